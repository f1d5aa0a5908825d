// One registry of everything a person can do. The menu, buttons, the palette and the keys all draw from it, so that a
// key, a title and a deed never part ways. Views add theirs while they are shown.
import { untrack } from 'svelte'
import { matchKeyBindingPress, parseKeybinding } from 'tinykeys'

export interface Action {
  id: string
  title: string
  /** Under which heading the palette and the sheet of keys show it. */
  group: string
  /** In tinykeys' words: "Control+k", "Shift+?", "]". Several: "j ArrowDown" is not a sequence but two keys. */
  keys?: string[]
  icon?: string
  /** Whether it can be done now; always, where not given. */
  when?: () => boolean
  run: () => void
  /** Not offered in the palette: it only makes sense as a key. */
  keyOnly?: boolean
  /** Works while a modal dialog is open. */
  inDialog?: boolean
  /** Works while somebody types, although its key carries no Ctrl or Alt. */
  whileTyping?: boolean
}

export class Actions {
  #layers = $state.raw<Action[][]>([])
  /** The same, plain: where effects are torn down, state reads as it was before. */
  #held: Action[][] = []

  /** Later layers win a key over earlier ones. */
  readonly all = $derived(this.#layers.flat())

  /** Adds actions until what it returns is called: `$effect(() => actions.add([...]))`. Above what is there, or below it. */
  add(list: Action[], where: 'above' | 'below' = 'above'): () => void {
    this.#held = where === 'above' ? [...this.#held, list] : [list, ...this.#held]
    this.#tell()
    return () => {
      this.#held = this.#held.filter((layer) => layer !== list)
      this.#tell()
    }
  }

  /** Untracked, because effects call this: they must not run again for what they add. */
  #tell(): void {
    untrack(() => (this.#layers = this.#held))
  }

  find(id: string): Action | undefined {
    return this.all.find((action) => action.id === id)
  }

  run(id: string): void {
    const action = this.find(id)
    if (action && (action.when?.() ?? true)) action.run()
  }

  /** The action a key press means now, if any. */
  match(given: KeyboardEvent, typing: boolean, inDialog: boolean): Action | undefined {
    const event = latin(given)
    for (const layer of this.#layers.toReversed()) {
      for (const action of layer) {
        if (inDialog && !action.inDialog) continue
        for (const key of action.keys ?? []) {
          const press = parseKeybinding(key)[0]
          if (!press || !matchKeyBindingPress(event, press)) continue
          if (typing && !action.whileTyping && !carriesModifier(press[0])) continue
          if (action.when?.() ?? true) return action
        }
      }
    }
    return undefined
  }
}

/** On a keyboard of other letters, a key that has no Latin one is taken by its place: keys are named in Latin letters. */
function latin(event: KeyboardEvent): KeyboardEvent {
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

const carriesModifier = (modifiers: string[]) => modifiers.some((name) => name !== 'Shift')

/** Whether key presses go into a text: then plain keys are letters, not deeds. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type)
}

const CONTROLS =
  'button, a[href], summary, input, select, textarea, [role=button], [role=option], [role=menuitem], [role=radio]'

/** Listens on the window; returns how to stop. */
export function listenForKeys(registry: Actions): () => void {
  const atFocus = new WeakMap<EventTarget, string>()
  const focused = (event: FocusEvent) => {
    if (isTyping(event.target)) atFocus.set(event.target as HTMLElement, (event.target as HTMLInputElement).value)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const typing = isTyping(event.target)
    // In a field that was typed in, undo is the field's own first.
    if (typing && event.ctrlKey && event.key.toLowerCase() === 'z') {
      const field = event.target as HTMLInputElement
      if (atFocus.get(field) !== field.value) return
    }
    // Enter and Space belong to the control that has the focus.
    if (
      (event.key === 'Enter' || event.key === ' ') &&
      !event.ctrlKey &&
      event.target instanceof Element &&
      event.target.closest(CONTROLS)
    )
      return
    const inDialog = document.querySelector('dialog:modal') !== null
    const action = registry.match(event, typing, inDialog)
    if (!action) return
    event.preventDefault()
    action.run()
  }
  window.addEventListener('keydown', pressed)
  window.addEventListener('focusin', focused)
  return () => {
    window.removeEventListener('keydown', pressed)
    window.removeEventListener('focusin', focused)
  }
}

/** "Control+Shift+z" as people read it: "Ctrl+Shift+Z". */
export function spell(key: string): string {
  return key
    .split(/\+(?=.)/)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .filter((part, at, all) => !(part === 'Shift' && SHIFTED.has(all.at(-1) ?? '')))
    .join('+')
}

/** Signs that are on a key with Shift: the sign says it. */
const SHIFTED = new Set(['?', '}'])

const NAMES: Record<string, string> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
}

export const actions = new Actions()
