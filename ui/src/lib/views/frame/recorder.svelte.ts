// Choosing keys: what is pressed becomes an action's key, unless it is refused or another action has it.
import { actions, type Action } from '../../actions.svelte'
import { named, refusal, same, spell, type Chosen, type Refusal } from '../../keys'
import { messages } from '../../messages'
import { project } from '../../state/project.svelte'
import { toasts } from '../../state/toasts.svelte'
import { everyAction, type Part } from './every'

/** A key to be recorded: of which action, and which of its keys it takes the place of; none where it is one more. */
export interface Recording {
  action: string
  old: string | null
}

export class Recorder {
  words = $state('')
  recording = $state.raw<Recording | null>(null)
  refused = $state.raw<Refusal | null>(null)
  /** The key that was pressed, and the action that has it. */
  conflict = $state.raw<{ key: string; with: Action } | null>(null)

  readonly parts = $derived(everyAction())
  readonly shown = $derived(
    this.parts
      .map((part) => ({ ...part, actions: part.actions.filter((action) => this.#matches(part, action)) }))
      .filter((part) => part.actions.length > 0),
  )
  readonly changed = $derived(Object.keys(project.settings.keys).length > 0)

  /** An action's keys, each once as people read it, by the name it is kept under. */
  keys(action: Action): string[] {
    const all = actions.keysOf(action) ?? []
    return all.filter((key, at) => all.findIndex((other) => spell(other) === spell(key)) === at)
  }

  isChanged = (action: Action): boolean => action.id in project.settings.keys

  record(action: Action, old: string | null): void {
    this.recording = { action: action.id, old }
    this.refused = null
    this.conflict = null
  }

  stop(): void {
    this.recording = null
    this.refused = null
    this.conflict = null
  }

  /** A key was pressed while one is recorded. */
  press(event: KeyboardEvent): void {
    const action = this.#action(this.recording?.action)
    const key = named(event)
    if (!action || key === null) return
    if (event.key === 'Escape') return this.stop()
    this.conflict = null
    this.refused = this.#ours(action, key) ? null : refusal(key, Boolean(action.whileTyping || action.inDialog))
    if (this.refused) return toasts.announce(this.sentence(this.refused))
    const other = this.#holder(action, key)
    if (!other) return this.#take(action, key)
    this.conflict = { key, with: other }
    toasts.announce(messages.keys.conflict({ keys: spell(key), action: other.title }))
  }

  /** Takes the key from the action that has it. */
  takeOver(): void {
    const action = this.#action(this.recording?.action)
    const { conflict } = this
    if (!action || !conflict) return
    const left = (actions.keysOf(conflict.with) ?? []).filter((key) => !same(key, conflict.key))
    this.#take(action, conflict.key, { [conflict.with.id]: left })
  }

  /** Takes a key away from an action. */
  remove(action: Action, key: string): void {
    const left = (actions.keysOf(action) ?? []).filter((other) => spell(other) !== spell(key))
    this.#keep({ ...project.settings.keys, [action.id]: left })
    this.stop()
  }

  /** Gives an action our own keys again, and whoever has them now too: no key is two actions' afterwards. */
  reset(action: Action): void {
    const { [action.id]: _, ...keys } = project.settings.keys
    for (const key of action.keys ?? []) {
      const other = this.#holder(action, key)
      if (other && !other.keys?.some((own) => same(own, key)))
        keys[other.id] = (actions.keysOf(other) ?? []).filter((own) => !same(own, key))
    }
    this.#keep(keys)
    this.stop()
  }

  resetAll(): void {
    this.#keep({})
    this.stop()
  }

  sentence = (refused: Refusal): string => messages.keys.refused[refused]

  #take(action: Action, key: string, also: Chosen = {}): void {
    const old = this.recording?.old ?? null
    const before = actions.keysOf(action) ?? []
    const kept = before.filter((other) => !same(other, key) && (old === null || spell(other) !== spell(old)))
    const at = old === null ? kept.length : before.findIndex((other) => spell(other) === spell(old))
    this.#keep({ ...project.settings.keys, ...also, [action.id]: kept.toSpliced(Math.max(0, at), 0, key) })
    toasts.announce(messages.keys.recorded({ keys: spell(key), action: action.title }))
    this.stop()
  }

  /** What is as we have it is not kept: a later version's own keys then come through. */
  #keep(keys: Chosen): void {
    const own = new Map(this.parts.flatMap((part) => part.actions).map((action) => [action.id, action.keys ?? []]))
    const different = Object.entries(keys).filter(([id, chosen]) => {
      const ours = own.get(id)
      return ours !== undefined && (ours.length !== chosen.length || ours.some((key, at) => key !== chosen[at]))
    })
    void project.set({ keys: Object.fromEntries(different) })
  }

  #action = (id: string | undefined): Action | undefined =>
    this.parts.flatMap((part) => part.actions).find((action) => action.id === id)

  /** A key that the action has in our own list is never refused to it. */
  #ours = (action: Action, key: string): boolean => action.keys?.some((own) => same(own, key)) ?? false

  /** The other action that a key belongs to where this one can be done: in the same view, or everywhere. */
  #holder(action: Action, key: string): Action | undefined {
    const mine = this.#partOf(action)
    return this.parts
      .filter((part) => mine?.view === null || part.view === null || part.view === mine?.view)
      .flatMap((part) => part.actions)
      .find(
        (other) =>
          other.id !== action.id &&
          (actions.keysOf(other)?.some((theirs) => same(theirs, key)) ?? false) &&
          // What shares a key from the start takes turns with it.
          !(this.#ours(action, key) && this.#ours(other, key)),
      )
  }

  #partOf = (action: Action): Part | undefined =>
    this.parts.find((part) => part.actions.some((one) => one.id === action.id))

  #matches(part: Part, action: Action): boolean {
    const text = `${part.title} ${action.group} ${action.title} ${this.keys(action).map(spell).join(' ')}`.toLowerCase()
    return this.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  }
}
