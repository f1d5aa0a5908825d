// The log of operations, newest first, a page at a time, with filters and days.
import { told } from '$lib/said'
import * as api from '$lib/api'
import { messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { Failure, LogQuery, LogTerms, OpenOperation, Operation } from '$lib/types'

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
  terms = $state.raw<LogTerms>({ reviewers: [], kinds: [] })
  reviewer = $state('')
  kind = $state('')
  document = $state('')
  /** A day where the reviewer is, as "2026-03-01". */
  day = $state('')
  words = $state('')
  /** The line in hand. */
  cursor = $state(1)
  /** The operation in hand with the claims it changed. */
  opened = $state.raw<OpenOperation | null>(null)

  readonly lines = $derived(linesOf(this.operations))
  readonly query = $derived<LogQuery>({
    reviewer: this.reviewer || null,
    kind: this.kind || null,
    document: (this.document || null) as LogQuery['document'],
    words: this.words.trim() || null,
    ...boundsOf(this.day),
    before: null,
  })
  readonly filtered = $derived(
    [this.reviewer, this.kind, this.document, this.day, this.words.trim()].some((term) => term !== ''),
  )
  #run = 0
  #asked = 0
  #stop: () => void

  constructor() {
    this.#stop = project.onChanges(() => void this.refresh())
  }

  /** The first page again, as long as what was there. */
  async refresh(): Promise<void> {
    const limit = this.operations.length > MOST ? PAGE : Math.max(PAGE, this.operations.length)
    await this.#fetch(limit, null)
    await api.historyTerms().then((terms) => (this.terms = terms), ignore)
    if (this.opened) await this.open(this.opened.operation.operation)
  }

  /** What the filters ask for, from its beginning. */
  async search(): Promise<void> {
    this.cursor = 1
    await this.#fetch(PAGE, null)
  }

  /** The next page, unless it is under way or all is here. */
  async more(): Promise<void> {
    const last = this.operations.at(-1)
    if (this.loading || this.ended || !last) return
    await this.#fetch(PAGE, last.sequence)
  }

  /** Shows what an operation did. */
  async open(operation: string | null): Promise<void> {
    const asked = ++this.#asked
    const opened = operation === null ? null : await api.operationOpen(operation).catch(() => null)
    if (asked === this.#asked) this.opened = opened
  }

  /** Takes back the operation that is shown, by itself. */
  async undo(): Promise<void> {
    const opened = this.opened
    if (!opened || opened.refusal !== null) return
    const undone = await project.write(() => api.operationUndo(opened.operation.operation))
    if (undone) toasts.announce(messages.shell.undone({ what: told(undone.summary, undone.said) }))
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

  async #fetch(limit: number, before: LogQuery['before']): Promise<void> {
    const run = ++this.#run
    this.loading = true
    try {
      const page = await api.history({ ...this.query, before }, limit)
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

const ignore = () => {}

/** From the first moment of a day where the reviewer is to that of the next, in UTC as the log has it. */
export function boundsOf(day: string): { from: string | null; until: string | null } {
  const begin = new Date(`${day}T00:00:00`)
  if (day === '' || Number.isNaN(begin.getTime())) return { from: null, until: null }
  const end = new Date(begin)
  end.setDate(end.getDate() + 1)
  return { from: begin.toISOString(), until: end.toISOString() }
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

/** A kind of operation as people say it; one of another version is shown by its name. */
export function kindWord(kind: string): string {
  const words: Record<string, string | undefined> = messages.desk.history.kindWord
  return words[kind] ?? (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ')
}

/** The words a summary quotes: what can be looked up in Claims. */
export function quotedWords(summary: string): string | null {
  return /[“"«]([^”"»]{3,})[”"»]/.exec(summary)?.[1] ?? null
}
