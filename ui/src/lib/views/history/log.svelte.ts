// The log of operations, newest first, a page at a time, with filters and days.
import * as api from '$lib/api'
import { messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import type { Failure, Operation } from '$lib/types'

const PAGE = 200
/** More rows than this are not asked for again after a change; the list starts over at the newest. */
const MOST = 2000

export type Line = { day: string } | { operation: Operation }

export class Log {
  operations = $state.raw<Operation[]>([])
  error = $state.raw<Failure | null>(null)
  loading = $state(false)
  ready = $state(false)
  ended = $state(false)
  reviewer = $state('')
  kind = $state('')
  day = $state('')
  /** The line in hand. */
  cursor = $state(1)

  readonly reviewers = $derived([...new Set(this.operations.map((operation) => operation.reviewer))].sort())
  readonly kinds = $derived([...new Set(this.operations.map((operation) => operation.kind))].sort())
  readonly days = $derived([...new Set(this.operations.map((operation) => localDay(operation.at)))])
  readonly listed = $derived(
    this.operations.filter(
      (operation) =>
        (this.reviewer === '' || operation.reviewer === this.reviewer) &&
        (this.kind === '' || operation.kind === this.kind) &&
        (this.day === '' || localDay(operation.at) === this.day),
    ),
  )
  readonly lines = $derived(linesOf(this.listed))
  readonly filtered = $derived(this.reviewer !== '' || this.kind !== '' || this.day !== '')
  #run = 0
  #stop: () => void

  constructor() {
    this.#stop = project.onChanges(() => void this.refresh())
  }

  async refresh(): Promise<void> {
    const limit = this.operations.length > MOST ? PAGE : Math.max(PAGE, this.operations.length)
    await this.#fetch(limit, null)
  }

  /** The next page, unless it is under way or all is here. */
  async more(): Promise<void> {
    const last = this.operations.at(-1)
    if (this.loading || this.ended || !last) return
    await this.#fetch(PAGE, Number(last.sequence))
  }

  /** A filter can leave less than a page: goes on until there is one, or no more. */
  async fill(): Promise<void> {
    while (this.filtered && !this.ended && !this.error && this.listed.length < 40) await this.more()
  }

  get current(): Operation | null {
    const line = this.lines[this.cursor]
    return line && 'operation' in line ? line.operation : null
  }

  /** Moves by so many operations; lines of days are passed over. */
  move(by: number): void {
    for (let at = this.cursor + by; at >= 0 && at < this.lines.length; at += by) {
      if (!('operation' in (this.lines[at] ?? {}))) continue
      this.cursor = at
      return
    }
  }

  stop(): void {
    this.#run++
    this.#stop()
  }

  async #fetch(limit: number, before: number | null): Promise<void> {
    const run = ++this.#run
    this.loading = true
    try {
      const page = await api.history(limit, before)
      if (run !== this.#run) return
      this.operations = before === null ? page : [...this.operations, ...page]
      this.ended = page.length < limit
      this.error = null
      this.ready = true
    } catch (thrown) {
      if (run === this.#run) this.error = api.failure(thrown)
    } finally {
      if (run === this.#run) this.loading = false
    }
  }
}

/** Operations with a line before each day's first. */
export function linesOf(operations: readonly Operation[]): Line[] {
  const lines: Line[] = []
  let day = ''
  for (const operation of operations) {
    const its = localDay(operation.at)
    if (its !== day) lines.push({ day: its })
    day = its
    lines.push({ operation })
  }
  return lines
}

/** The day of an RFC 3339 time where the reviewer is, as "2026-03-01". */
export function localDay(at: string): string {
  const time = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}

export function localTime(at: string): string {
  const time = new Date(at)
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`
}

/** A kind of operation as people say it; one without words of its own is shown by its name. */
export function kindWord(kind: string): string {
  return messages.desk.history.kindWord[kind] ?? (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ')
}

/** The words a summary quotes: what can be looked up in Claims. */
export function quotedWords(summary: string): string | null {
  return /[“"«]([^”"»]{3,})[”"»]/.exec(summary)?.[1] ?? null
}
