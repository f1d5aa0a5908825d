// Which rows of a list are chosen, and which one is in hand: one key at a time, ranges with Shift, all with Ctrl+A.
import { SvelteSet } from 'svelte/reactivity'

export class Selection {
  /** The row in hand. */
  cursor = $state(0)
  readonly chosen = new SvelteSet<string>()
  #anchor = 0
  #idAt: (index: number) => string | undefined
  #count: () => number

  constructor(idAt: (index: number) => string | undefined, count: () => number) {
    this.#idAt = idAt
    this.#count = count
  }

  /** Puts the cursor on a row; `range` chooses from where it last stood alone, `toggle` adds or takes away the row. */
  to(index: number, how: 'alone' | 'range' | 'toggle' = 'alone'): void {
    const at = Math.max(0, Math.min(this.#count() - 1, index))
    if (at < 0) return
    this.cursor = at
    if (how === 'range') {
      this.chosen.clear()
      for (let row = Math.min(this.#anchor, at); row <= Math.max(this.#anchor, at); row++) this.#choose(row)
      return
    }
    this.#anchor = at
    const id = this.#idAt(at)
    if (how === 'toggle' && id !== undefined) {
      if (!this.chosen.delete(id)) this.chosen.add(id)
    } else {
      this.chosen.clear()
      this.#choose(at)
    }
  }

  move(by: number, range: boolean): void {
    this.to(this.cursor + by, range ? 'range' : 'alone')
  }

  /** Chooses exactly these. */
  all(ids: Iterable<string>): void {
    this.chosen.clear()
    for (const id of ids) this.chosen.add(id)
  }

  /** What an action acts on: the chosen rows, else the one in hand. */
  get acting(): string[] {
    if (this.chosen.size > 0) return [...this.chosen]
    const id = this.#idAt(this.cursor)
    return id === undefined ? [] : [id]
  }

  clear(): void {
    this.chosen.clear()
  }

  #choose(index: number): void {
    const id = this.#idAt(index)
    if (id !== undefined) this.chosen.add(id)
  }
}
