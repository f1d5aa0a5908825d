// The question box: what can be chosen under the words typed, and the answers a question already has.
import * as api from '../../api'
import type { Question, ShortAnswer } from '../../types'
import { messages } from '../../messages'
import { form } from './desk'

export interface Option {
  text: string
  id: string | null
  why: string
  answers: ShortAnswer[]
  fresh: boolean
}

export class QuestionChoices {
  open = $state(false)
  at = $state(-1)
  found = $state.raw<Question[]>([])
  #asked = 0

  readonly options = $derived.by(() => this.#options())
  /** The question in the box, with the answers it has. */
  readonly chosen = $derived(
    this.options.find((option) => option.id !== null && option.id === form.fields.questionId) ?? null,
  )
  readonly answers = $derived(this.chosen?.answers ?? [])

  typed(words: string, searchNow = true): void {
    const same = this.options.find((option) => option.text.toLowerCase() === words.trim().toLowerCase())
    form.choose('question', words, same?.id ?? null)
    this.open = true
    this.at = -1
    if (searchNow) void this.search(words)
  }

  async search(words: string): Promise<void> {
    const asked = ++this.#asked
    const hits = words.trim().length < 2 ? null : await api.search(words, 5).catch(() => null)
    if (asked === this.#asked) this.found = hits?.questions ?? []
  }

  move(step: number): void {
    this.open = true
    const all = this.options.length
    if (all) this.at = (this.at + step + all) % all
  }

  choose(option: Option): void {
    form.choose('question', option.text, option.id)
    this.open = false
    this.at = -1
  }

  #options(): Option[] {
    const proposed = form.proposed.map((row): Option => ({
      text: row.question.text,
      id: row.question.question,
      why: row.common.map((one) => messages.words.common[one]).join(', '),
      answers: row.answers,
      fresh: false,
    }))
    const known = new Set(proposed.map((option) => option.id))
    const found = this.found
      .filter((row) => !known.has(row.question))
      .map((row): Option => ({ text: row.text, id: row.question, why: '', answers: [], fresh: false }))
    const fresh: Option[] =
      form.newQuestion && !proposed.some((option) => option.text === form.newQuestion)
        ? [{ text: form.newQuestion, id: null, why: '', answers: [], fresh: true }]
        : []
    return [...proposed, ...found, ...fresh]
  }
}
