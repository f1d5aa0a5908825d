// What of a claim can be written in its row: the words a cell opens with, what of them is sent, and what a kept claim's words
// may be completed with. Pure.
import type { ListedClaim, ClaimFields, Stance } from '$lib/types'
import { periodWords, tagsOf, valueWords } from '../read/fields'
import type { ColumnId } from './columns'

export const EDITABLE = [
  'statement',
  'value',
  'period',
  'stance',
  'credited',
  'question',
  'kind',
  'tags',
  'place',
] as const
export type Editable = (typeof EDITABLE)[number]

export const isEditable = (id: ColumnId | undefined): id is Editable => EDITABLE.some((each) => each === id)

/** Words the reader has to make something of before they are kept. */
export const isRead = (cell: Editable): boolean => cell === 'value' || cell === 'period'

/** The cell's words, as one would write them. */
export function written(claim: ListedClaim, cell: Editable): string {
  switch (cell) {
    case 'value':
      return [valueWords(claim.value), claim.value?.unit ?? ''].filter(Boolean).join(' ')
    case 'period':
      return periodWords(claim.period)
    case 'credited':
      return claim.attributed_to ?? ''
    case 'question':
      return claim.question_text ?? ''
    case 'tags':
      return claim.tags.join(', ')
    default:
      return claim[cell] ?? ''
  }
}

/** What to send for a cell's new words. A unit that was not touched is sent as it is: it may be one no text writes so. */
export function sent(claim: ListedClaim, cell: Editable, words: string): ClaimFields {
  const trimmed = words.trim()
  switch (cell) {
    case 'value': {
      const unit = claim.value?.unit
      if (unit && trimmed.endsWith(` ${unit}`)) return { value: trimmed.slice(0, -unit.length).trim(), unit }
      return { value: trimmed }
    }
    case 'stance':
      return { stance: trimmed as Stance }
    case 'credited':
      return { attributed_to: trimmed }
    case 'question':
      return { question: { text: trimmed } }
    case 'tags':
      return { tags: tagsOf(trimmed) }
    default:
      return { [cell]: trimmed }
  }
}

/** The list that a cell's words are completed from, those that begin with them first; tags are completed one by one. */
export function completions(words: string, cell: Editable, list: readonly string[]): string[] {
  const last = (cell === 'tags' ? words.slice(words.lastIndexOf(',') + 1) : words).trim().toLowerCase()
  const begins = (word: string) => word.toLowerCase().startsWith(last)
  return list
    .filter((word) => word.toLowerCase().includes(last) && word.toLowerCase() !== last)
    .sort((a, b) => Number(begins(b)) - Number(begins(a)))
    .slice(0, 8)
}

/** The words with a completion taken. */
export function completed(words: string, cell: Editable, word: string): string {
  if (cell !== 'tags') return word
  const before = words.slice(0, words.lastIndexOf(',') + 1)
  return before ? `${before} ${word}` : word
}
