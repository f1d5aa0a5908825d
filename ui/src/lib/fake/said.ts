// Sentences of the core as the fake desktop says them: in English, and with their places open for other languages.
import { fill } from '../messages/say'
import { sentences, type Claim, type Contrast, type Given, type Said, type Told } from '../types'
import type { FakeDesktop } from './desktop'

function said(list: Said['list'], sentence: string, words: string, given: Record<string, Given>): Told {
  return { words: inEnglish(words, given), said: { list, sentence, given } }
}

/** A sentence's English words, with those of a sentence within it. */
function inEnglish(words: string, given: Record<string, Given>): string {
  const plain = Object.entries(given).map(([place, one]) => {
    if (typeof one !== 'object') return [place, one] as const
    const within =
      'sentence' in one ? (sentences as Record<string, Record<string, string>>)[one.list]?.[one.sentence] : ''
    return [place, within && 'given' in one ? inEnglish(within, one.given as Record<string, Given>) : ''] as const
  })
  return fill(words, Object.fromEntries(plain), 'en')
}

/** What an operation did. */
export const deed = (sentence: keyof typeof sentences.deed, given: Record<string, string | number> = {}): Told =>
  said('deed', sentence, sentences.deed[sentence], given)

/** The taking back of what an operation did, or its doing again. */
export function again(sentence: 'undo' | 'redo', what: Told): Told {
  const words = fill(sentences.deed[sentence], { what: what.words }, 'en')
  return { words, said: { list: 'deed', sentence, given: { what: what.said ?? what.words } } }
}

export const fault = (sentence: keyof typeof sentences.fault, given: Record<string, Given> = {}): Told =>
  said('fault', sentence, sentences.fault[sentence], given)

export const tie = (sentence: keyof typeof sentences.tie, given: Record<string, string> = {}): Told =>
  said('tie', sentence, sentences.tie[sentence], given)

/** What an operation did, of one that is in the log. */
export const toldOf = (operation: { summary: string; said: Said | null }): Told => ({
  words: operation.summary,
  said: operation.said,
})

/** The sentence of a list that some words are, as the core lays them over its patterns. */
export function saidBack(list: string, words: string): Said | null {
  const patterns = (sentences as Record<string, Record<string, string>>)[list] ?? {}
  for (const [sentence, pattern] of Object.entries(patterns)) {
    const places = [...pattern.matchAll(/\{(\w+)\}/g)].map((place) => place[1] ?? '')
    const parts = pattern.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    const fitted = new RegExp(`^${parts.join('(.+?)')}$`).exec(words)
    if (!fitted) continue
    const given = places.map((place, at) => [place, place === 'n' ? Number(fitted[at + 1]) : (fitted[at + 1] ?? '')])
    return { list, sentence, given: Object.fromEntries(given) as Record<string, Given> }
  }
  return null
}

export const saidOf = (told: readonly Told[]): Said[] => told.flatMap((one) => one.said ?? [])

export const titleOf = (fake: FakeDesktop, document: string): string =>
  fake.here.documents.find((row) => row.document === document)?.title ?? ''

export const questionOf = (fake: FakeDesktop, question: string): string =>
  fake.here.questions.find((row) => row.question === question)?.text ?? ''

/** The words of a passage that a claim is about to rest on. */
export const anchorWords = (fake: FakeDesktop, document: string, range: [number, number]): string =>
  fake.passage(document, range).exact

/** The readings behind a reason of the fake comparer. */
export function contrastOf(kind: 'value' | 'stance' | 'period', a: Claim, b: Claim): { contrast?: Contrast } {
  if (kind === 'stance') return { contrast: { by: 'stances', one: a.stance, other: b.stance } }
  if (kind === 'value' && a.value && b.value) return { contrast: { by: 'values', one: a.value, other: b.value } }
  if (kind === 'period' && a.period && b.period)
    return { contrast: { by: 'beginnings', one: a.period, other: b.period, days: 700 } }
  return {}
}
