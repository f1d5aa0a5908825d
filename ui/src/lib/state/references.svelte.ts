// References of a reference manager: shown as they would be attached, then attached in one step.
import * as api from '../api'
import { messages } from '../messages'
import type { Attachment, ShownReferences } from '../types'
import { project } from './project.svelte'
import { toasts } from './toasts.svelte'

/** An entry, by its place in the file, which is what it is left out by. */
export interface Entry {
  at: number
  row: Attachment
}

export class References {
  shown = $state.raw<ShownReferences | null>(null)
  overwrite = $state(false)
  without = $state.raw<ReadonlySet<number>>(new Set())
  #waiting: string[] = []

  readonly entries = $derived<Entry[]>(
    (this.shown === null ? [] : this.overwrite ? this.shown.overwriting : this.shown.filling).map((row, at) => ({
      at,
      row,
    })),
  )
  /** Those that would change a document. */
  readonly filling = $derived(this.entries.filter(({ row }) => row.fills.length > 0))
  readonly complete = $derived(this.entries.filter(({ row }) => row.outcome === 'attached' && row.fills.length === 0))
  readonly unsure = $derived(this.entries.filter(({ row }) => row.outcome === 'ambiguous'))
  readonly unmatched = $derived(this.entries.filter(({ row }) => row.outcome === 'unmatched'))
  readonly count = $derived(this.filling.filter(({ at }) => !this.without.has(at)).length)

  /** Whether a file holds references, by its name. */
  areIn(path: string): boolean {
    return /\.(ris|bib|bibtex|json)$/i.test(path)
  }

  /** Asks for a file by the system's dialog. */
  async choose(): Promise<void> {
    this.#take(await project.write(() => api.referencesShow(null)))
  }

  /** Shows one file after another. */
  async show(paths: string[]): Promise<void> {
    this.#waiting.push(...paths)
    if (this.shown === null) await this.#next()
  }

  choosing(at: number, on: boolean): void {
    const without = new Set(this.without)
    if (on) without.delete(at)
    else without.add(at)
    this.without = without
  }

  async attach(): Promise<void> {
    if (this.count === 0) return
    const done = await project.write(() => api.referencesAttach(this.overwrite, [...this.without]))
    if (done) toasts.announce(messages.adding.refs.done({ n: this.count }))
    await this.close()
  }

  async close(): Promise<void> {
    this.#take(null)
    await this.#next()
  }

  async #next(): Promise<void> {
    const path = this.#waiting.shift()
    if (path === undefined) return
    const shown = await project.write(() => api.referencesShow(path))
    if (shown) this.#take(shown)
    else await this.#next()
  }

  #take(shown: ShownReferences | null): void {
    this.shown = shown
    this.overwrite = false
    this.without = new Set()
  }
}

export const references = new References()
