// The Claims view: query, order and columns of the table, and what is done to the chosen claims.
import * as api from '$lib/api'
import { messages } from '$lib/messages'
import { Fetched } from '$lib/state/fetched.svelte'
import { project } from '$lib/state/project.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { verdicts } from '$lib/state/verdicts.svelte'
import type { Changes, ListedClaim, ClaimOrder, ClaimTerm, Question, VerdictWord } from '$lib/types'
import { isEditable, type Editable } from './cells'
import { moved, remember, remembered, resized, STANDARD, toggled, type Chosen, type ColumnId } from './columns'
import type { Known } from './complete'
import { Editing } from './editing.svelte'
import { ClaimRows } from './rows.svelte'
import { Selection } from './selection.svelte'

const PAUSE = 200
const TERMS: readonly ClaimTerm[] = ['unit', 'place', 'credited']
/** Orders that list the last or the gravest first of themselves. */
const FALLING: readonly ClaimOrder[] = ['modified', 'severity']
/** The digits of the verdicts, the same in every view. */
export const DIGITS: readonly VerdictWord[] = ['unreviewed', 'corroborated', 'disputed', 'unverifiable']

export type Asking = 'columns' | 'tags' | 'question' | 'delete'

export class ClaimDesk {
  words = $state('')
  order = $state<ClaimOrder>('created')
  descending = $state(false)
  columns = $state.raw<Chosen[]>(remembered())
  asking = $state<Asking | null>(null)
  /** The column in hand; -1: the whole row. */
  column = $state(-1)
  readonly editing = new Editing()
  /** The focus goes to the cursor. */
  follow: () => void = () => {}
  /** How many ids are gathered while everything is being chosen. */
  choosing = $state<number | null>(null)

  readonly rows = new ClaimRows()
  readonly selection = new Selection(
    (index) => this.rows.at(index)?.claim,
    () => this.rows.count,
  )
  readonly questions = new Fetched<Question[]>(
    () => api.questions(),
    (changes) => changes.questions.length > 0,
  )
  terms = $state.raw<Partial<Record<ClaimTerm, string[]>>>({})
  #asked = new Set<ClaimTerm>()
  readonly known = $derived<Known>({
    codebook: project.codebook,
    documents: project.documents,
    questions: this.questions.value ?? [],
    sources: project.sources,
    terms: this.terms,
  })
  readonly filtered = $derived(this.words.trim() !== '')
  #timer: ReturnType<typeof setTimeout> | undefined
  #stop: () => void

  constructor() {
    this.#stop = project.onChanges((changes) => {
      if (changes.claims.length > 0 || changes.questions.length > 0 || changes.documents.length > 0)
        void this.#anew(changes)
    })
  }

  async start(goal: string | null): Promise<void> {
    if (goal) this.words = goal
    await this.#open()
    // Thousands, for completing alone: the claims are not kept waiting for them.
    void this.questions.fetch()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#stop()
    this.questions.stop()
  }

  /** New query text: asked for after a pause in typing, at once where it is complete. */
  search(words: string, at: 'once' | 'soon' = 'soon'): void {
    this.words = words
    for (const term of TERMS) if (words.includes(`${term}:`)) this.need(term)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#open(), at === 'once' ? 0 : PAUSE)
  }

  /** Sorts by a column: first rising, then falling, then as recorded again. */
  sort(order: ClaimOrder): void {
    if (this.order !== order) {
      this.order = order
      this.descending = false
    } else if (!this.descending) this.descending = true
    else {
      this.order = 'created'
      this.descending = false
    }
    void this.#open()
  }

  /** Whether a list sorted so falls as it is shown now. */
  falls(order: ClaimOrder): boolean {
    return FALLING.includes(order) !== this.descending
  }

  /** Fetches the words of a field, for completing them. */
  need(term: ClaimTerm): void {
    if (this.#asked.has(term)) return
    this.#asked.add(term)
    void api.claimTerms(term).then(
      (words) => (this.terms = { ...this.terms, [term]: words }),
      () => this.#asked.delete(term),
    )
  }

  /** What the words of a cell can be completed with. */
  wordsOf(cell: Editable): readonly string[] {
    if (cell === 'place' || cell === 'credited') {
      this.need(cell)
      return this.terms[cell] ?? []
    }
    if (cell === 'question') return (this.questions.value ?? []).map((question) => question.text)
    if (cell === 'tags') return project.tags.map((entry) => entry.word)
    return cell === 'kind' ? project.kinds.map((entry) => entry.word) : []
  }

  /** The cell in hand, one further along or back. */
  moveCell(by: number): void {
    this.column = Math.max(-1, Math.min(this.columns.length - 1, this.column + by))
  }

  /** Writes in the cell in hand, or in the row's first. */
  edit(column = this.columns[this.column]?.id): void {
    const claim = this.current
    if (!claim || (project.summary?.read_only ?? true)) return
    const wanted = isEditable(column) ? column : this.#editable[0]
    if (!wanted) return
    this.column = this.columns.findIndex((each) => each.id === wanted)
    this.editing.begin(claim, wanted)
  }

  leaveCell(): void {
    this.editing.leave()
    this.follow()
  }

  /** Keeps what was written. Then on to the next cell that can be written in, or back; with 0 the cell stays in hand, and
   *  with `null` the focus is where it is. */
  async keepCell(step: -1 | 0 | 1 | null): Promise<void> {
    const kept = await this.editing.keep()
    if (!kept) return
    this.rows.replace(kept)
    if (step === null) return
    if (step === 0) return this.follow()
    const cells = this.#editable
    const at = cells.indexOf(this.editing.cell) + step
    const next = cells[at]
    if (next) return this.edit(next)
    this.selection.move(step, false)
    this.edit(step > 0 ? cells[0] : cells.at(-1))
    if (!this.editing.open) this.follow()
  }

  get #editable(): Editable[] {
    return this.columns.map((column) => column.id).filter(isEditable)
  }

  resize(column: ColumnId, width: number): void {
    this.#columns(resized(this.columns, column, width))
  }

  toggleColumn(column: ColumnId): void {
    this.#columns(toggled(this.columns, column))
  }

  moveColumn(column: ColumnId, by: number): void {
    this.#columns(moved(this.columns, column, by))
  }

  standardColumns(): void {
    this.#columns([...STANDARD])
  }

  /** The claim the cursor is on. */
  get current(): ListedClaim | undefined {
    return this.rows.at(this.selection.cursor)
  }

  read(): void {
    const claim = this.current
    if (claim) void project.goToClaim(claim.document, claim.claim)
  }

  openQuestion(): void {
    const question = this.current?.question
    if (question) project.go('questions', question)
  }

  async chooseAll(): Promise<void> {
    if (this.choosing !== null) return
    this.choosing = 0
    try {
      this.selection.all(await this.rows.everyId((count) => (this.choosing = count)))
      toasts.announce(messages.desk.claims.chosen({ n: this.selection.chosen.size }))
    } catch (thrown) {
      toasts.problem(api.failure(thrown).message)
    } finally {
      this.choosing = null
    }
  }

  judge(verdict: VerdictWord): void {
    const acting = this.selection.acting
    const only = acting.length === 1 ? this.#claim(acting[0] ?? '') : undefined
    void verdicts.ask(acting, verdict, only?.statement ?? messages.shell.verdict.many({ n: acting.length }))
  }

  /** The tags of the acting claims, each with how many have it. */
  async tags(): Promise<Map<string, number>> {
    return new Map(await api.claimsTags(this.selection.acting))
  }

  /** Puts tags on the acting claims and takes others off, as one operation. */
  async setTags(add: string[], remove: string[]): Promise<void> {
    const claims = this.selection.acting
    this.asking = null
    if (add.length + remove.length > 0) await project.write(() => api.claimsTag(claims, add, remove))
  }

  async putUnder(text: string): Promise<void> {
    const claims = this.selection.acting
    const known = this.questions.value?.find((question) => question.text.toLowerCase() === text.trim().toLowerCase())
    this.asking = null
    await project.write(() =>
      api.claimsEdit(claims, { question: known ? { id: known.question } : { text: text.trim() } }),
    )
  }

  /** One claim goes at once, for undo brings it back; several are asked about first. */
  askDelete(): void {
    if (this.selection.acting.length > 1) this.asking = 'delete'
    else void this.delete()
  }

  async delete(): Promise<void> {
    const claims = this.selection.acting
    this.asking = null
    if ((await project.write(async () => (await api.claimsDelete(claims), true))) === null) return
    this.selection.clear()
    if (claims.length > 1) toasts.announce(messages.desk.claims.deletion.done({ n: claims.length }))
  }

  /** What changed comes anew; the claim in hand stays in hand where it is sorted elsewhere now. */
  async #anew(changes: Changes): Promise<void> {
    if (changes.claims.length > 0) this.#asked.clear()
    const [cursor, held] = [this.selection.cursor, this.current?.claim]
    await this.rows.refresh(false, changes.claims)
    const now = held === undefined ? null : this.rows.indexOf(held)
    if (now !== null && now !== cursor && this.selection.cursor === cursor) this.selection.cursor = now
    else if (cursor >= this.rows.count) this.selection.cursor = Math.max(0, this.rows.count - 1)
  }

  #claim(id: string): ListedClaim | undefined {
    const index = this.rows.indexOf(id)
    return index === null ? undefined : this.rows.at(index)
  }

  #columns(columns: Chosen[]): void {
    this.columns = columns
    remember(columns)
  }

  async #open(): Promise<void> {
    this.selection.clear()
    this.selection.cursor = 0
    this.editing.leave()
    const search = this.words.trim()
    await this.rows.open({ ...(search === '' ? {} : { search }), order: this.order, descending: this.descending })
  }
}
