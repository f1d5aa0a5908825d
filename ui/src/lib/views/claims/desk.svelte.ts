// The Claims view: query, order and columns of the table, and what is done to the chosen claims.
import * as api from '$lib/api'
import { messages } from '$lib/messages'
import { Fetched } from '$lib/state/fetched.svelte'
import { project } from '$lib/state/project.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { verdicts } from '$lib/state/verdicts.svelte'
import type { Claim, ClaimOrder, Question, VerdictWord } from '$lib/types'
import { moved, remember, remembered, resized, STANDARD, toggled, type Chosen, type ColumnId } from './columns'
import type { Known } from './complete'
import { ClaimRows } from './rows.svelte'
import { Selection } from './selection.svelte'

const PAUSE = 200
/** The digits of the verdicts, the same in every view. */
export const DIGITS: readonly VerdictWord[] = ['unreviewed', 'corroborated', 'disputed', 'unverifiable']

export type Asking = 'columns' | 'tags' | 'question' | 'delete'

export class ClaimDesk {
  words = $state('')
  order = $state<ClaimOrder>('created')
  descending = $state(false)
  columns = $state.raw<Chosen[]>(remembered())
  asking = $state<Asking | null>(null)
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
  readonly known = $derived<Known>({
    codebook: project.codebook,
    documents: project.documents,
    questions: this.questions.value ?? [],
  })
  readonly filtered = $derived(this.words.trim() !== '')
  #timer: ReturnType<typeof setTimeout> | undefined
  #stop: () => void

  constructor() {
    this.#stop = project.onChanges((changes) => {
      if (changes.claims.length > 0 || changes.questions.length > 0 || changes.documents.length > 0)
        void this.rows.refresh()
    })
  }

  async start(goal: string | null): Promise<void> {
    if (goal) this.words = goal
    void this.questions.fetch()
    await this.#open()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#stop()
    this.questions.stop()
  }

  /** New query text: asked for after a pause in typing, at once where it is complete. */
  search(words: string, at: 'once' | 'soon' = 'soon'): void {
    this.words = words
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
  get current(): Claim | undefined {
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

  /** The tags of the acting claims, by claim; fetched where a chosen claim is out of sight. */
  async tags(): Promise<Map<string, string[]>> {
    const acting = new Set(this.selection.acting)
    const tags = new Map<string, string[]>()
    for (const id of acting) {
      const claim = this.#claim(id) ?? (await api.claim(id))
      tags.set(id, claim.tags)
    }
    return tags
  }

  /** Adds and takes away tags; claims that end with the same tags are changed together, as one operation. */
  async setTags(tags: Map<string, string[]>, add: ReadonlySet<string>, remove: ReadonlySet<string>): Promise<void> {
    const groups = new Map<string, { claims: string[]; tags: string[] }>()
    for (const [claim, had] of tags) {
      const has = [...new Set([...had, ...add])].filter((tag) => !remove.has(tag)).sort()
      if (has.join('\n') === had.toSorted().join('\n')) continue
      const group = groups.get(has.join('\n'))
      if (group) group.claims.push(claim)
      else groups.set(has.join('\n'), { claims: [claim], tags: has })
    }
    this.asking = null
    for (const group of groups.values()) {
      const kept = await project.write(async () => (await api.claimsEdit(group.claims, { tags: group.tags }), true))
      if (!kept) return
    }
    if (groups.size > 1) toasts.say(messages.desk.claims.tags.steps({ n: groups.size }))
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
    let gone = 0
    for (const claim of claims) {
      if (!(await project.write(async () => (await api.claimDelete(claim), true)))) break
      gone++
    }
    this.selection.clear()
    if (gone > 1) toasts.announce(messages.desk.claims.deletion.done({ n: gone }))
  }

  #claim(id: string): Claim | undefined {
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
    const search = this.words.trim()
    await this.rows.open({ ...(search === '' ? {} : { search }), order: this.order, descending: this.descending })
  }
}
