// What the core says in English within lists and records (why a passage is suggested, what an import warns of, answers in few
// words), in the language of the window. The core is asked back what it said; until it answers, the English words stand.
import { SvelteMap } from 'svelte/reactivity'
import * as api from '../api'
import { language, messages } from '../messages'
import { LANGUAGES } from '../messages/languages'
import { periodWords, valueWords } from '../plots/words'
import { told } from '../said'
import type { Answered, Said } from '../types'

/** Words asked back from the core, once each; those of one moment in one question. */
class Asked<T> {
  #known = new SvelteMap<string, T | null>()
  #waiting = new Set<string>()
  #ask: (words: string[]) => Promise<(T | null)[]>

  constructor(ask: (words: string[]) => Promise<(T | null)[]>) {
    this.#ask = ask
  }

  of(words: string): T | null {
    const known = this.#known.get(words)
    if (known === undefined && words !== '') this.#wait(words)
    return known ?? null
  }

  #wait(words: string): void {
    if (this.#waiting.size === 0) queueMicrotask(() => void this.#fetch())
    this.#waiting.add(words)
  }

  async #fetch(): Promise<void> {
    const words = [...this.#waiting]
    // What the core cannot say now stays as it is: the words are there, in English.
    const found = await this.#ask(words).catch(() => words.map(() => null))
    this.#waiting.clear()
    words.forEach((one, nth) => this.#known.set(one, found[nth] ?? null))
  }
}

/** The lists that are asked back by their words. */
export type List = 'why' | 'warning' | 'spot' | 'skip'

const sentences = new Map<List, Asked<Said>>()
const answers = new Asked<Answered>((words) => api.answersRead(words))

const english = () => language.code === LANGUAGES[0].code

function asked(list: List): Asked<Said> {
  const found = sentences.get(list) ?? new Asked<Said>((words) => api.said(list, words))
  sentences.set(list, found)
  return found
}

/** A sentence of a list. */
export const worded = (list: List, words: string): string => (english() ? words : told(words, asked(list).of(words)))

/** An answer in few words: a stance, a figure, a period. */
export function answerWords(answer: string): string {
  if (english()) return answer
  const read = answers.of(answer)
  if (!read) return answer
  const said = read.value ? valueWords(read.value) : periodWords(read.period)
  if (read.stance === null) return said
  const stance = messages.words.stance[read.stance]
  return said ? messages.words.qualified({ stance, answer: said }) : stance
}
