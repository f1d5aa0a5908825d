// Keys as they are named ("Control+Shift+z"), spelled for people, recorded from a press, and refused where the system, a
// text field or the page itself needs them.
import { matchKeyBindingPress, parseKeybinding } from 'tinykeys'

/** The keys a person chose, by action. An empty list is an action without a key. */
export type Chosen = Readonly<Record<string, string[]>>

/** Why a key cannot be chosen; each has its sentence. */
export type Refusal = 'system' | 'editing' | 'focus' | 'closing' | 'moving' | 'typing'

type Press = ReturnType<typeof parseKeybinding>[number]

/** Names of keys taken apart once: every key that is pressed is held against all of them. */
const presses = new Map<string, Press | undefined>()

/** Whether an event is a press of a key by its name. */
export function pressed(event: KeyboardEvent, key: string): boolean {
  if (!presses.has(key)) presses.set(key, parseKeybinding(key)[0])
  const press = presses.get(key)
  return press !== undefined && matchKeyBindingPress(event, press)
}

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta']

const parts = (key: string): string[] => key.split(/\+(?=.)/)
const modifiers = (key: string): string[] => parts(key).slice(0, -1)
const base = (key: string): string => parts(key).at(-1) ?? ''

/** Whether Ctrl, Alt or the system's key is held: such a key does something while somebody types, too. */
export const carriesModifier = (key: string): boolean => modifiers(key).some((name) => name !== 'Shift')

/** On a keyboard of other letters, a key that has no Latin one is taken by its place: keys are named in Latin letters. */
export function latin(event: KeyboardEvent): KeyboardEvent {
  if (!/^[^\p{ASCII}]$/u.test(event.key)) return event
  const key =
    /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(event.code)?.[1] ?? SIGNS[event.code]
  if (key === undefined) return event
  const named = event.shiftKey ? (SHIFTED_SIGNS[key] ?? key.toUpperCase()) : key
  return new Proxy(event, {
    get(target, name) {
      if (name === 'key') return named
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
const SIGNS: Record<string, string> = { BracketLeft: '[', BracketRight: ']', Comma: ',', Slash: '/' }
const SHIFTED_SIGNS: Record<string, string> = { '[': '{', ']': '}', '/': '?' }

/** The name of the key that was pressed; none for Ctrl, Alt, Shift alone, for a dead key, or where nothing tells it. */
export function named(given: KeyboardEvent): string | null {
  const event = latin(given)
  if (MODIFIERS.includes(event.key) || ['Dead', 'Unidentified', 'Process', 'AltGraph', 'CapsLock'].includes(event.key))
    return null
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const held = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.metaKey && 'Meta',
    event.shiftKey && 'Shift',
  ].filter((name) => name !== false)
  return [...held, key].join('+')
}

/** Whether two names are one key: letters are the same small and large. */
export const same = (one: string, other: string): boolean => canonical(one) === canonical(other)

const canonical = (key: string): string => {
  const sign = base(key).toLowerCase()
  // A sign that is on a key with Shift names the Shift.
  const held = modifiers(key).filter((name) => name !== 'Shift' || !isSign(sign))
  return [...held.toSorted(), sign].join('+')
}

const isSign = (key: string): boolean => /^[^\p{L}\p{N}]$/u.test(key)

/** Ctrl and a letter that text fields use for themselves. */
const EDITING = new Set(['a', 'c', 'v', 'x', 'z', 'y'])

/** Why a key cannot be chosen for an action; `null` where it can. `always` acts while somebody types or in a dialog. */
export function refusal(key: string, always: boolean): Refusal | null {
  const held = modifiers(key)
  const name = base(key)
  const with_ = (modifier: string) => held.includes(modifier)
  if (with_('Meta') || name === 'PrintScreen' || name === 'ContextMenu') return 'system'
  if (with_('Control') && with_('Alt')) return 'system'
  if (with_('Alt') && ['F4', 'Tab', 'Space', 'Escape'].includes(name)) return 'system'
  if (name === 'Tab' || name === 'Space' || name === 'F10') return 'focus'
  if (name === 'Enter' && !carriesModifier(key)) return 'focus'
  if (name === 'Escape') return 'closing'
  if (with_('Control') && !with_('Shift') && EDITING.has(name)) return 'editing'
  if (with_('Control') && /^(Backspace|Arrow\w+|Insert)$/.test(name)) return 'editing'
  if (!carriesModifier(key) && /^(Arrow\w+|Home|End|PageUp|PageDown|Backspace|Insert)$/.test(name)) return 'moving'
  if (always && !carriesModifier(key) && !/^F\d+$/.test(name)) return 'typing'
  return null
}

/** "Control+Shift+z" as people read it: "Ctrl+Shift+Z". */
export function spell(key: string): string {
  return parts(key)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .filter((part, _, all) => !(part === 'Shift' && isSign(all.at(-1) ?? '')))
    .join('+')
}

/** Keys as people read them, each once: several names can be one key. */
export const spellings = (keys: readonly string[] | undefined): string[] => [...new Set(keys?.map(spell))]

const NAMES: Record<string, string> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
}
