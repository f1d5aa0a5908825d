// A result that a view shows, fetched again when a change concerns it. The last answer asked for wins.
import { failure } from '../api'
import type { Changes, Failure } from '../types'
import { project } from './project.svelte'

export class Fetched<T> {
  value = $state.raw<T | null>(null)
  error = $state.raw<Failure | null>(null)
  loading = $state(false)
  #asked = 0
  #ask: () => Promise<T>
  #stop: () => void = () => {}

  /** `concerns` says which changes make the result stale; without it every change does. */
  constructor(ask: () => Promise<T>, concerns: (changes: Changes) => boolean = () => true) {
    this.#ask = ask
    this.#stop = project.onChanges((changes) => {
      if (concerns(changes)) void this.fetch()
    })
  }

  async fetch(): Promise<T | null> {
    const asked = ++this.#asked
    this.loading = true
    try {
      const value = await this.#ask()
      if (asked === this.#asked) {
        this.value = value
        this.error = null
      }
      return value
    } catch (thrown) {
      if (asked === this.#asked) this.error = failure(thrown)
      return null
    } finally {
      if (asked === this.#asked) this.loading = false
    }
  }

  /** Stops listening: call when the view goes. */
  stop(): void {
    this.#asked++
    this.#stop()
  }
}
