// The claim sheet as it will be exported: what is in it, which columns are looked at, and the export itself.
import * as api from '$lib/api'
import { Fetched } from '$lib/state/fetched.svelte'
import { guide } from '$lib/state/guide.svelte'
import { project } from '$lib/state/project.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { ClaimQuery, ClaimRow, QuestionRow, Sheet, SheetFormat, VerdictWord } from '$lib/types'
import { COLUMNS, filed, tsv, type SheetColumnId } from './columns'
import { VERDICTS, verdictsOf, withoutVerdicts, withVerdict } from './terms'

/** A line of the preview: a question's heading, or a claim. */
export type Line = { heading: QuestionRow | null; count: number } | { row: ClaimRow }

/** More claims than this are exported, but not laid out on screen first. */
export const LOOK = 20_000
const PAUSE = 250

export class Preview {
  words = $state('')
  format = $state<SheetFormat>('xlsx')
  shown = $state.raw(new Set<SheetColumnId>(COLUMNS.filter((column) => column.shown).map((column) => column.id)))
  /** The file carries what is shown; else every column. JSON is always whole. */
  onlyShown = $state(false)
  overridesOnly = $state(false)
  exporting = $state(false)
  counts = $state.raw<Record<VerdictWord, number | null>>({
    corroborated: null,
    disputed: null,
    unverifiable: null,
    unreviewed: null,
  })
  /** How many claims the export will hold, where counting is cheap. */
  total = $state<number | null>(null)

  readonly sheet = new Fetched<Sheet>(
    () => api.sheet(this.query),
    () => !this.tooMany,
  )
  readonly verdicts = $derived(verdictsOf(this.words))
  readonly columns = $derived(COLUMNS.filter((column) => this.shown.has(column.id)))
  readonly rows = $derived(this.sheet.value?.claims ?? [])
  readonly overrides = $derived(this.rows.filter((row) => row.override))
  readonly lines = $derived(linesOf(this.overridesOnly ? this.overrides : this.rows, this.sheet.value?.questions ?? []))
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopCounting: () => void

  constructor() {
    this.#stopCounting = project.onChanges(() => void this.count())
  }

  /** The columns the file is asked for; none named means all. */
  get filed(): string[] {
    return this.onlyShown && this.format !== 'json' ? filed(this.shown) : []
  }

  get query(): ClaimQuery {
    const search = this.words.trim()
    return { ...(search === '' ? {} : { search }), descending: false }
  }

  /** There are more claims than can be laid out; they can still be exported. */
  readonly tooMany = $derived(this.total !== null && this.total > LOOK)

  async start(): Promise<void> {
    await this.count()
    if (!this.tooMany) await this.sheet.fetch()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.sheet.stop()
    this.#stopCounting()
  }

  /** New query text: asked for after a pause in typing. */
  search(words: string, at: 'once' | 'soon' = 'soon'): void {
    this.words = words
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.start(), at === 'once' ? 0 : PAUSE)
  }

  let(verdict: VerdictWord, through: boolean): void {
    this.search(withVerdict(this.words, verdict, through), 'once')
  }

  toggle(column: SheetColumnId): void {
    const shown = new Set(this.shown)
    if (!shown.delete(column)) shown.add(column)
    if (shown.size > 0) this.shown = shown
  }

  /** How many claims each verdict has under the rest of the query, and how many the sheet holds. */
  async count(): Promise<void> {
    const rest = withoutVerdicts(this.words)
    const count = async (search: string) => (await api.claims({ search, limit: 1, descending: false })).total
    try {
      const counts = await Promise.all(VERDICTS.map((verdict) => count(`verdict:${verdict} ${rest}`.trim())))
      this.counts = Object.fromEntries(
        VERDICTS.map((verdict, index) => [verdict, counts[index] ?? null]),
      ) as typeof this.counts
      this.total = await count(this.words.trim())
    } catch {
      // The sheet itself tells what is wrong with the query; counts are only missing then.
      this.total = null
    }
  }

  /** Asks where to, writes the file, and says where it is. */
  async export(saved: (path: string, claims: number) => string): Promise<void> {
    if (this.exporting) return
    this.exporting = true
    const done = await project.write(() => api.exportSheet(this.format, this.query, this.filed, null))
    this.exporting = false
    if (!done) return
    guide.did('export')
    toasts.say(saved(done.path, done.claims), undefined, 'good')
  }

  /** Puts the shown columns on the clipboard; false where the window may not. */
  async copy(heads: (id: SheetColumnId) => string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(tsv(this.overridesOnly ? this.overrides : this.rows, this.columns, heads))
      return true
    } catch {
      return false
    }
  }
}

/** Claims under their questions, in the order of the questions; those under none come last. */
export function linesOf(rows: readonly ClaimRow[], questions: readonly QuestionRow[]): Line[] {
  const byQuestion = new Map<string | null, ClaimRow[]>()
  for (const row of rows) {
    const group = byQuestion.get(row.question)
    if (group) group.push(row)
    else byQuestion.set(row.question, [row])
  }
  const known = new Set(questions.map((question) => question.question))
  const lines: Line[] = []
  const add = (heading: QuestionRow | null, group: ClaimRow[]) => {
    if (group.length > 0) lines.push({ heading, count: group.length }, ...group.map((row) => ({ row })))
  }
  for (const question of questions) add(question, byQuestion.get(question.question) ?? [])
  add(
    null,
    [...byQuestion].filter(([question]) => question === null || !known.has(question)).flatMap(([, group]) => group),
  )
  return lines
}
