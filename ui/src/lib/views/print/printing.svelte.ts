// What is to be printed: the claim sheet, a document with its claims beside the text, or a question with its picture.
import * as api from '$lib/api'
import { axesFor, type Answered, type AxisKind } from '$lib/plots/axis'
import { frame } from '$lib/state/frame.svelte'
import { project } from '$lib/state/project.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import type { OpenDocument, OpenQuestion, Question, Sheet } from '$lib/types'

export const KINDS = ['sheet', 'document', 'question'] as const
export type Kind = (typeof KINDS)[number]

/** What is laid out, whole: it does not change under the printer's hands. */
export type Printed =
  | { kind: 'sheet'; sheet: Sheet }
  | { kind: 'document'; open: OpenDocument }
  | { kind: 'question'; open: OpenQuestion; answers: Answered[]; axis: AxisKind }

export class Printing {
  kind = $state<Kind>('sheet')
  document = $state<string | null>(null)
  question = $state<string | null>(null)
  questions = $state.raw<Question[]>([])
  printed = $state.raw<Printed | null>(null)
  #asked = 0

  /** Begins with what the view shows. */
  async begin(): Promise<void> {
    this.document = project.open?.document.document ?? project.documents[0]?.document ?? null
    this.questions = await api.questions().catch(() => [])
    this.question =
      this.questions.find((one) => one.question === frame.question)?.question ?? this.questions[0]?.question ?? null
    await this.lay(project.view === 'read' ? 'document' : project.view === 'questions' ? 'question' : 'sheet')
  }

  /** Lays it out anew. */
  async lay(kind: Kind): Promise<void> {
    this.kind = kind
    const asked = ++this.#asked
    try {
      const printed = await this.#fetch(kind)
      if (asked === this.#asked) this.printed = printed
    } catch (thrown) {
      toasts.problem(api.failure(thrown).message)
    }
  }

  async #fetch(kind: Kind): Promise<Printed | null> {
    if (kind === 'sheet') return { kind, sheet: await api.sheet({ descending: false }) }
    if (kind === 'document') return this.document ? { kind, open: await api.documentOpen(this.document) } : null
    if (!this.question) return null
    const open = await api.questionOpen(this.question)
    const answers = open.claims.map((claim, at): Answered => ({ claim, answer: open.answers[at] ?? '' }))
    return { kind, open, answers, axis: axesFor(open.question.asks, answers)[0] ?? 'stance' }
  }

  /** Hands the page to the system's dialog. */
  async print(): Promise<void> {
    await project.write(api.print)
  }
}
