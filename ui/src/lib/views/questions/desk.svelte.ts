// The questions of a project and the one in hand: list, filter, the opened question, its picture's axis, the matrix.
import * as api from '$lib/api'
import { alphabetical } from '$lib/messages'
import { axesFor, type Answered, type AxisKind } from '$lib/plots/axis'
import { Fetched } from '$lib/state/fetched.svelte'
import { project } from '$lib/state/project.svelte'
import { answerWords } from '$lib/state/wordings.svelte'
import type { Drawn } from './dragging.svelte'
import type { Asks, Changes, Claim, Matrix, OpenQuestion, Question, QuestionState } from '$lib/types'

/** Most contested first: what disagrees, then what nobody answers, then what only one origin says, then what stands. */
export const STATES: readonly QuestionState[] = ['disagreed', 'unanswered', 'single-source', 'agreed', 'resolved']
/** Columns of the matrix: more than fit on a screen, fewer than anybody reads. */
const COLUMNS = 40

export type Order = 'contested' | 'text'
export type Asking = 'merge' | 'split' | 'rename' | 'asks' | 'resolve'

export class QuestionDesk {
  words = $state('')
  state = $state<QuestionState | 'any'>('any')
  order = $state<Order>('contested')
  current = $state<string | null>(null)
  /** The claim in hand within the question. */
  claim = $state<string | null>(null)
  /** A row the pointer is over. */
  hovered = $state<string | null>(null)
  axis = $state<AxisKind | null>(null)
  grouped = $state(true)
  /** The dialog that is open. */
  asking = $state<Asking | null>(null)
  /** The question to merge into, where it was shown by drawing one onto another. */
  into = $state.raw<Question | null>(null)

  readonly all = new Fetched<Question[]>(() => api.questions(), concernsQuestions)
  readonly open = new Fetched<OpenQuestion | null>(
    () => (this.current === null ? Promise.resolve(null) : api.questionOpen(this.current)),
    (changes) => this.#concernsOpen(changes),
  )
  readonly matrix = new Fetched<Matrix>(() => api.matrix(COLUMNS), concernsQuestions)

  readonly every = $derived.by(() => this.all.value ?? [])
  readonly counts = $derived.by(() => {
    const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<QuestionState, number>
    for (const question of this.every) counts[question.state]++
    return counts
  })
  readonly listed = $derived.by(() => {
    const words = this.words.trim().toLowerCase()
    const kept = this.every.filter(
      (question) =>
        (this.state === 'any' || question.state === this.state) &&
        words.split(/\s+/).every((word) => question.text.toLowerCase().includes(word)),
    )
    return kept.sort(this.order === 'contested' ? contested : (a, b) => alphabetical(a.text, b.text))
  })
  readonly answers = $derived.by((): Answered[] => {
    const open = this.open.value
    return open ? open.claims.map((claim, index) => ({ claim, answer: answerWords(open.answers[index] ?? '') })) : []
  })
  readonly claims = $derived(new Map(this.answers.map(({ claim }) => [claim.claim as string, claim])))
  readonly axes = $derived(this.open.value ? axesFor(this.open.value.question.asks, this.answers) : [])
  readonly shownAxis = $derived<AxisKind>(
    this.axis !== null && this.axes.includes(this.axis) ? this.axis : (this.axes[0] ?? 'stance'),
  )

  async start(goal: string | null = null): Promise<void> {
    await this.all.fetch()
    // The desktop answers one question after another: the list is not kept waiting for the matrix.
    void this.matrix.fetch()
    const wanted = this.every.find((question) => question.question === goal)
    await this.choose((wanted ?? this.listed[0])?.question ?? null)
  }

  stop(): void {
    for (const each of [this.all, this.open, this.matrix]) each.stop()
  }

  get question(): Question | null {
    return this.every.find((question) => question.question === this.current) ?? null
  }

  async choose(question: string | null): Promise<void> {
    this.asking = null
    this.into = null
    if (question === this.current && this.open.value) return
    this.current = question
    this.claim = null
    this.hovered = null
    this.axis = null
    await this.open.fetch()
  }

  async move(by: number): Promise<void> {
    const at = this.listed.findIndex((question) => question.question === this.current)
    const next = this.listed[Math.max(0, Math.min(this.listed.length - 1, at + by))]
    if (next) await this.choose(next.question)
  }

  /** The next or previous claim in the order of the picture. */
  moveClaim(by: number): void {
    const ids = this.answers.map(({ claim }) => claim.claim)
    const at = this.claim === null ? (by > 0 ? -1 : 0) : ids.indexOf(this.claim)
    this.claim = ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null
  }

  swapAxis(): void {
    this.axis = this.axes[(this.axes.indexOf(this.shownAxis) + 1) % this.axes.length] ?? null
  }

  async read(claim: string): Promise<void> {
    const found: Claim | undefined = this.claims.get(claim)
    if (found) await project.goToClaim(found.document, found.claim)
  }

  /** After a list came anew: a question that was merged away makes room for the first one. */
  async settle(): Promise<void> {
    if (this.all.value === null || this.question !== null) return
    await this.choose(this.listed[0]?.question ?? null)
  }

  async merge(into: string): Promise<void> {
    const from = this.current
    if (from === null || !(await done(() => api.questionMerge(from, into)))) return
    await this.all.fetch()
    await this.choose(into)
  }

  /** What was drawn onto a question: another question is merged into it once that is confirmed, a claim goes under it. */
  async drop({ kind, id }: Drawn, over: string): Promise<void> {
    const target = this.every.find((question) => question.question === over) ?? null
    if (kind === 'question') {
      if (!target || target.question === id) return
      await this.choose(id)
      this.into = target
      this.asking = 'merge'
    } else if (over === 'new') {
      this.claim = id
      this.asking = 'split'
    } else if (target && target.question !== this.current)
      await done(() => api.claimsEdit([id], { question: { id: target.question } }))
  }

  async split(text: string, claims: string[]): Promise<void> {
    const from = this.current
    if (from !== null && (await done(() => api.questionSplit(from, text.trim(), claims)))) this.asking = null
  }

  async rename(text: string): Promise<void> {
    const question = this.current
    if (question !== null && (await done(() => api.questionRename(question, text.trim())))) this.asking = null
  }

  async asks(asks: Asks): Promise<void> {
    const question = this.current
    if (question === null || !(await done(() => api.questionAsks(question, asks)))) return
    this.asking = null
    this.axis = null
  }

  async resolve(answer: string, rationale: string): Promise<void> {
    const question = this.current
    if (question !== null && (await done(() => api.questionResolve(question, answer.trim(), rationale.trim()))))
      this.asking = null
  }

  #concernsOpen(changes: Changes): boolean {
    if (this.current === null) return false
    return changes.questions.includes(this.current) || changes.claims.some((claim) => this.claims.has(claim))
  }
}

function concernsQuestions(changes: Changes): boolean {
  return changes.questions.length > 0 || changes.claims.length > 0
}

function contested(a: Question, b: Question): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    b.disagreements - a.disagreements ||
    b.claims - a.claims ||
    alphabetical(a.text, b.text)
  )
}

async function done(command: () => Promise<unknown>): Promise<boolean> {
  return (await project.write(async () => (await command(), true))) === true
}
