// One registry of everything a person can do. The menu, buttons, the palette and the keys all draw from it, so that a
// key, a title and a deed never part ways. Views add theirs while they are shown.
import { untrack } from 'svelte'
import { carriesModifier, latin, pressed as isPressed, spellings, type Chosen } from './keys'

export { spell } from './keys'

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
  /** The keys a person chose in place of our own, by action. */
  #chosen = $state.raw<Chosen>({})

  readonly #keyed = $derived(
    this.#layers.map((layer) => layer.map((action) => ({ ...action, keys: this.keysOf(action) }))),
  )
  /** With the keys they have here. Later layers win a key over earlier ones. */
  readonly all = $derived(this.#keyed.flat())

  /** Puts a person's own keys in force. */
  choose(keys: Chosen): void {
    this.#chosen = keys
  }

  /** The keys of an action here: those a person chose, else our own. */
  keysOf(action: Action): string[] | undefined {
    return this.#chosen[action.id] ?? action.keys
  }

  /** An action's first key as people read it, for what stands beside a button; none where it has none. */
  key(id: string): string | undefined {
    return spellings(this.find(id)?.keys)[0]
  }

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
    for (const layer of this.#keyed.toReversed()) {
      for (const action of layer) {
        if (inDialog && !action.inDialog) continue
        for (const key of action.keys ?? []) {
          if (typing && !action.whileTyping && !carriesModifier(key)) continue
          if (!isPressed(event, key)) continue
          if (action.when?.() ?? true) return action
        }
      }
    }
    return undefined
  }
}

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
    // Enter and Space belong to the control that has the focus; Enter on an option of a list whose view takes it is the view's.
    if (
      (event.key === 'Enter' || event.key === ' ') &&
      !event.ctrlKey &&
      event.target instanceof Element &&
      event.target.closest(CONTROLS) &&
      !(event.key === 'Enter' && event.target.closest('[data-enter=view] [role=option]'))
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

export const actions = new Actions()
