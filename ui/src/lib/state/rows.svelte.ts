// The rows of a long list, fetched a page at a time by keyset: no OFFSET, and never more rows in memory than needed.
//
// Rows are known by their index; every row ever seen leaves its id behind as a cursor, so that a jump walks from the
// nearest place already known, backwards from the end where that is nearer and the list can be walked from there. Of a long
// list that can be surveyed, the id of every two hundredth row is gathered beside, so that a jump anywhere is one page.
import * as api from '../api'
import type { Failure } from '../types'

/** Rows asked for at a time, while one looks and while one jumps. */
const PAGE = 200
const STRIDE = 1000
/** A place farther from any known one is waited for while the list is being surveyed. */
const FAR = 2 * STRIDE
/** Rows kept; those farthest from what is in sight are let go. */
const KEPT = 12_000

/** What of a listing is asked for. */
export interface Ask {
  limit: number
  /** The id of the row before the first one wanted; the first rows where it is absent. */
  after?: string
  /** From the end towards the beginning. */
  backwards: boolean
}

export interface Page<Row> {
  rows: Row[]
  /** What `after` is for the next page; `null` at the end. */
  next: string | null
  /** How many rows the listing has, where that is known. */
  total: number | null
}

/** What a survey tells of a stretch of a list. */
export interface Places {
  /** The id of every nth row of the stretch. */
  ids: string[]
  /** How many rows the stretch has. */
  walked: number
  /** What `after` is for the next stretch; `null` at the end. */
  next: string | null
}

export abstract class Rows<Row, Listing> {
  /** Rises whenever rows came or went: read it to see `at` anew. */
  version = $state(0)
  total = $state<number | null>(null)
  /** How many rows are known to exist; the total where it is known. */
  count = $state(0)
  error = $state.raw<Failure | null>(null)
  loading = $state(false)
  /** The first page of this listing is here. */
  ready = $state(false)

  #listing: Listing
  #rows = new Map<number, Row>()
  /** Rows from before a refresh, shown until their new selves are here. */
  #stale = new Map<number, Row>()
  #cursors = new Map<number, string>()
  #wanted: [number, number] = [0, PAGE]
  #run = 0
  /** Settles when the first page is here that was asked for last; `null` while none is asked for. */
  #beginning: Promise<boolean> | null = null
  #walking = false
  #ended = false
  /** Settles when the survey under way has told its next stretch; `null` while there is none. */
  #surveying: Promise<void> | null = null

  constructor(listing: Listing) {
    this.#listing = listing
  }

  get listing(): Listing {
    return this.#listing
  }

  /** Asks for a page. */
  protected abstract page(listing: Listing, ask: Ask): Promise<Page<Row>>
  protected abstract id(row: Row): string
  /** Whether a listing can be walked from its end. */
  protected backwards(_listing: Listing): boolean {
    return false
  }

  /** Asks where the rows of a stretch stand, every `nth`; a list that cannot tell gives `null`. */
  protected places(_listing: Listing, _nth: number, _after: string | undefined): Promise<Places> | null {
    return null
  }

  /** The row at an index, if it is here; `version` tells when to look again. */
  at(index: number): Row | undefined {
    void this.version
    return this.#rows.get(index) ?? this.#stale.get(index)
  }

  /** Starts over with another listing. The rows in sight stay until the new ones are here, so that nothing flashes. */
  async open(listing: Listing): Promise<void> {
    this.#listing = listing
    await this.refresh(true)
  }

  /** Asks again for what is in sight; `top` goes back to the first row. Places stay known but of rows that changed. */
  async refresh(top = false, changed: Iterable<string> = []): Promise<void> {
    const run = ++this.#run
    const beginning = this.#begin(run, top, new Set(changed))
    this.#beginning = beginning
    const more = await beginning
    if (run !== this.#run) return
    this.#beginning = null
    if (more) void this.#survey(run)
    await this.#walk()
  }

  /** Asks for the first page; whether there are more. */
  async #begin(run: number, top: boolean, changed: ReadonlySet<string>): Promise<boolean> {
    this.loading = true
    try {
      const page = await this.page(this.#listing, { limit: PAGE, backwards: false })
      if (run !== this.#run) return false
      const wanted = top ? ([0, PAGE] as [number, number]) : this.#wanted
      this.#stale = top ? new Map() : this.#rows
      this.#rows = new Map()
      this.#forget(top, changed)
      this.#ended = page.next === null
      this.total = page.total
      this.error = null
      this.#keep(0, page.rows)
      const known = page.rows.length + (this.#ended ? 0 : 1)
      this.count = page.total ?? (top ? known : Math.max(known, this.count))
      if (this.#ended) this.count = page.rows.length
      this.ready = true
      this.#wanted = wanted
      return !this.#ended
    } catch (thrown) {
      if (run === this.#run) this.error = api.failure(thrown)
      return false
    } finally {
      if (run === this.#run) this.loading = false
    }
  }

  /** Rows from `first` up to `last` are in sight: fetches what of them is missing. */
  async see(first: number, last: number): Promise<void> {
    this.#wanted = [Math.max(0, first), Math.min(last, this.count)]
    await this.#walk()
  }

  /** Puts a row that was fetched anew in the place of its old self. */
  replace(anew: Row): void {
    const index = this.indexOf(this.id(anew))
    if (index === null) return
    this.#rows.set(index, anew)
    this.version++
  }

  /** Index of a row among those that are here. */
  indexOf(id: string): number | null {
    void this.version
    for (const [index, row] of this.#rows) if (this.id(row) === id) return index
    return null
  }

  /** Index of a row, fetching pages from the first on until it is here; `null` where it is not among the first `most`. */
  async seek(id: string, most: number): Promise<number | null> {
    for (let end = PAGE; ; end += STRIDE) {
      const index = this.indexOf(id)
      if (index !== null || end > most || end - STRIDE >= this.count) return index
      await this.see(Math.max(0, Math.min(end, this.count) - 1), end)
    }
  }

  /** Walks page by page until what is wanted is here. One walk at a time; it follows when the wish moves on. */
  async #walk(): Promise<void> {
    // While the list begins anew its rows and places are still those of the old one.
    while (this.#beginning) await this.#beginning
    if (this.#walking) return
    this.#walking = true
    const run = this.#run
    try {
      for (let missing = this.#missing(); missing && run === this.#run; missing = this.#missing()) {
        if (!(await this.#step(missing[0], missing[1], run))) break
      }
    } catch (thrown) {
      if (run === this.#run) this.error = api.failure(thrown)
    } finally {
      this.#walking = false
    }
    if (run !== this.#run) await this.#walk()
    else if (this.#stale.size > 0) {
      this.#stale = new Map()
      this.version++
    }
  }

  /** Gathers places of the whole list, stretch by stretch. Where rows in sight turn out to stand elsewhere, they come anew. */
  async #survey(run: number): Promise<void> {
    const found = new Map<number, string>()
    let walked = 0
    let after: string | undefined
    try {
      for (;;) {
        const asked: Promise<Places> | null = this.places(this.#listing, PAGE, after)
        if (!asked) return
        const told: Promise<Places> = asked
        this.#surveying = told.then(
          () => {},
          () => {},
        )
        const places: Places = await told
        if (run !== this.#run) return
        for (const [nth, id] of places.ids.entries()) {
          found.set(walked + (nth + 1) * PAGE - 1, id)
          this.#cursors.set(walked + (nth + 1) * PAGE - 1, id)
        }
        walked += places.walked
        if (places.next === null) break
        after = places.next
        if (this.total === null) this.count = Math.max(this.count, walked + 1)
      }
      this.total = walked
      this.count = walked
      if (this.#moved(found)) {
        for (const [index, row] of this.#rows) this.#stale.set(index, row)
        this.#rows = new Map()
        this.#cursors = found
        this.version++
        await this.#walk()
      }
    } catch {
      // Without places the list is walked; a fault of the list itself is told where its pages are asked for.
    } finally {
      if (run === this.#run) this.#surveying = null
    }
  }

  /** Whether a row that is here is told to stand elsewhere. */
  #moved(found: ReadonlyMap<number, string>): boolean {
    for (const [index, id] of found) {
      const row = this.#rows.get(index)
      if (row !== undefined && this.id(row) !== id) return true
    }
    return false
  }

  #forget(all: boolean, changed: ReadonlySet<string>): void {
    if (all) this.#cursors = new Map()
    else for (const [index, id] of this.#cursors) if (changed.has(id)) this.#cursors.delete(index)
  }

  #missing(): [number, number] | null {
    let [first, last] = this.#wanted
    last = Math.min(last, this.count)
    while (first < last && this.#rows.has(first)) first++
    while (last > first && this.#rows.has(last - 1)) last--
    return first < last ? [first, last] : null
  }

  async #step(first: number, last: number, run: number): Promise<boolean> {
    const before = this.#nearest(first - 1, -1)
    const after = this.total !== null && this.backwards(this.#listing) ? this.#nearest(last, 1) : null
    const forwards = after === null || first - (before ?? -1) <= after - last
    const from = forwards ? (before ?? -1) : after
    if (from === null) return false
    const distance = forwards ? first - from : from - last
    if (distance > FAR && this.#surveying !== null) {
      await this.#surveying
      // The stretch is noted by whoever asked for it, a turn later.
      await Promise.resolve()
      return run === this.#run
    }
    const cursor = this.#cursors.get(from)
    // One page that reaches to the end of what is wanted, where it begins near it.
    const needed = forwards ? last - 1 - from : from - first
    let page: Page<Row>
    try {
      page = await this.page(this.#listing, {
        limit: distance > PAGE ? STRIDE : Math.max(PAGE, Math.min(STRIDE, needed)),
        backwards: !forwards,
        ...(cursor === undefined ? {} : { after: cursor }),
      })
    } catch (thrown) {
      // The row is gone since: another place is near.
      if (cursor === undefined || api.failure(thrown).code !== 'not_found') throw thrown
      this.#cursors.delete(from)
      return true
    }
    if (run !== this.#run) return false
    if (forwards) this.#keep(from + 1, page.rows)
    else this.#keep(from - page.rows.length, page.rows.toReversed())
    if (forwards && page.next === null) this.#end(from + 1 + page.rows.length)
    else if (forwards && this.total === null) this.count = Math.max(this.count, from + page.rows.length + 2)
    return page.rows.length > 0
  }

  /** What was asked for before a row is wanted: nearest known cursor on one side; the end itself counts from behind. */
  #nearest(index: number, step: -1 | 1): number | null {
    let best: number | null = step === 1 && this.total !== null ? this.total : null
    for (const at of this.#cursors.keys()) {
      if (step === -1 ? at <= index && (best === null || at > best) : at >= index && (best === null || at < best))
        best = at
    }
    return best
  }

  #end(count: number): void {
    this.#ended = true
    this.count = count
    if (this.total !== null) this.total = count
  }

  #keep(from: number, rows: Row[]): void {
    rows.forEach((row, offset) => this.#rows.set(from + offset, row))
    const edges = [from, from + rows.length - 1]
    for (const edge of edges) {
      const row = this.#rows.get(edge)
      if (row !== undefined) this.#cursors.set(edge, this.id(row))
    }
    this.#letGo()
    this.version++
  }

  #letGo(): void {
    if (this.#rows.size <= KEPT) return
    const middle = (this.#wanted[0] + this.#wanted[1]) / 2
    const far = [...this.#rows.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const index of far.slice(0, this.#rows.size - KEPT)) this.#rows.delete(index)
  }
}
