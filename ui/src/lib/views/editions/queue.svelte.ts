// The queue of passages that a newer edition changed: which one is in hand, what is decided of it, and what comes next.
import * as api from '$lib/api'
import { project } from '$lib/state/project.svelte'
import type { AnchorDecision, Anchoring, Changes, Failure } from '$lib/types'
import { Choosing } from './choosing.svelte'

/** How many are fetched at a time. */
const PAGE = 100

export class Queue {
  rows = $state.raw<Anchoring[]>([])
  /** How many wait, and how many were asked about in all. */
  pending = $state(0)
  queued = $state(0)
  ready = $state(false)
  error = $state.raw<Failure | null>(null)
  current = $state<string | null>(null)
  /** The newer edition, open to choose a place in it. */
  choosing = $state.raw<Choosing | null>(null)

  readonly place = $derived(this.rows.findIndex((row) => row.anchoring === this.current))
  readonly row = $derived(this.rows[this.place] ?? null)
  #more = false
  #asked = 0
  #at = 0
  #stop: () => void

  constructor() {
    this.#stop = project.onChanges((changes) => {
      if (concerns(changes)) void this.fetch()
    })
  }

  /** Fetches the queue; a document's first passage is taken up where one is asked for. */
  async start(document: string | null = null): Promise<void> {
    await this.fetch()
    const first = this.rows.find((row) => row.document === document) ?? this.rows[0]
    this.choose(first?.anchoring ?? null)
  }

  stop(): void {
    this.#asked++
    this.#stop()
  }

  async fetch(): Promise<void> {
    const asked = ++this.#asked
    try {
      const page = await api.anchorings({ all: false, limit: Math.max(PAGE, this.rows.length) })
      if (asked !== this.#asked) return
      this.rows = page.anchorings
      this.#more = page.next !== null
      this.pending = page.pending
      this.queued = page.queued
      this.error = null
      this.ready = true
      if (this.place < 0) this.choose(this.rows[Math.min(this.#at, this.rows.length - 1)]?.anchoring ?? null)
    } catch (thrown) {
      if (asked === this.#asked) this.error = api.failure(thrown)
    }
  }

  /** The next page, once the list is looked at near its end. */
  async see(past: number): Promise<void> {
    const last = this.rows.at(-1)
    if (!this.#more || !last || past < this.rows.length - 10) return
    this.#more = false
    const asked = this.#asked
    const page = await api.anchorings({ all: false, limit: PAGE, after: last.anchoring }).catch(() => null)
    if (!page || asked !== this.#asked) return
    this.rows = [...this.rows, ...page.anchorings]
    this.#more = page.next !== null
  }

  choose(anchoring: string | null): void {
    this.choosing = null
    this.current = anchoring
    if (this.place >= 0) this.#at = this.place
  }

  move(by: number): void {
    const to = this.rows[Math.max(0, Math.min(this.rows.length - 1, this.place + by))]
    if (to) this.choose(to.anchoring)
  }

  /** Decides the one in hand; the next takes its place. Undo brings it back. */
  async decide(decision: AnchorDecision): Promise<void> {
    const anchoring = this.current
    if (anchoring === null) return
    this.#at = Math.max(0, this.place)
    const kept = await project.write(async () => {
      await api.anchoringDecide(anchoring, decision)
      return true
    })
    if (!kept) return
    this.choosing = null
    await this.fetch()
  }

  async accept(): Promise<void> {
    if (this.row?.new) await this.decide('accept')
  }

  /** One of the other places that hold the very words, counted from 1. */
  async takeOther(nth: number): Promise<void> {
    const other = this.row?.others[nth - 1]
    if (other) await this.decide({ place: [other.start, other.end] })
  }

  /** Opens the newer edition to select the passage's words in it. */
  async chooseOnPage(): Promise<void> {
    const row = this.row
    if (!row) return
    const open = await project.write(() => api.documentOpen(row.document))
    if (open && row.anchoring === this.current)
      this.choosing = new Choosing(open, row.new?.start ?? row.others[0]?.start ?? row.old.start)
  }

  /** Takes the place that was chosen on the page. */
  async takeChosen(): Promise<void> {
    const place = this.choosing?.place
    if (place) await this.decide({ place })
  }

  async read(): Promise<void> {
    if (this.row) await project.goToClaim(this.row.document, this.row.claim)
  }
}

function concerns(changes: Changes): boolean {
  return changes.documents.length > 0 || changes.claims.length > 0
}
