// Completion for the query text: the keys it knows, and for each key the values there are. The grammar is the core's;
// this only offers what can be typed.
import type { ClaimTerm, CodebookEntry, Document, Question, Source } from '$lib/types'

export interface Known {
  codebook: readonly CodebookEntry[]
  documents: readonly Document[]
  questions: readonly Question[]
  sources: readonly Source[]
  /** Words that claims have in a field. */
  terms: Readonly<Partial<Record<ClaimTerm, readonly string[]>>>
}

export interface Offer {
  label: string
  /** What it means, in few words. */
  hint: string
  /** What replaces the words from `from` to `to`. */
  insert: string
  from: number
  to: number
}

const VERDICTS = ['unreviewed', 'corroborated', 'disputed', 'unverifiable']
const STANCES = ['affirms', 'denies', 'doubts', 'reports']
export const KEYS = [
  'verdict',
  'stance',
  'kind',
  'tag',
  'question',
  'document',
  'period',
  'unit',
  'credited',
  'source',
  'place',
  'is',
] as const
export type Key = (typeof KEYS)[number]

const MOST = 8

/** What could stand at the caret: keys while a key is typed, values after its colon; nothing within plain words. */
export function offers(text: string, caret: number, known: Known, hints: Record<Key, string>): Offer[] {
  const { from, word } = termAt(text, caret)
  const minus = word.startsWith('-') ? '-' : ''
  const bare = word.slice(minus.length)
  const colon = bare.indexOf(':')
  if (colon < 0) {
    if (bare === '' && minus === '' && text.trim() !== '') return []
    return KEYS.filter((key) => key.startsWith(bare.toLowerCase())).map((key) => ({
      label: `${minus}${key}:`,
      hint: hints[key],
      insert: `${minus}${key}:`,
      from,
      to: caret,
    }))
  }
  const key = bare.slice(0, colon) as Key
  if (!KEYS.includes(key)) return []
  // Several values are parted by commas; only the last is being typed.
  const typed = bare.slice(colon + 1)
  const comma = typed.startsWith('"') ? -1 : typed.lastIndexOf(',')
  const last = typed
    .slice(comma + 1)
    .replace(/^"/, '')
    .toLowerCase()
  const start = from + minus.length + colon + 1 + comma + 1
  return values(key, known)
    .filter(({ value }) => value.toLowerCase().includes(last) && value.toLowerCase() !== last)
    .sort((a, b) => Number(b.value.toLowerCase().startsWith(last)) - Number(a.value.toLowerCase().startsWith(last)))
    .slice(0, MOST)
    .map(({ value, hint }) => ({ label: value, hint, insert: quoted(value), from: start, to: caret }))
}

/** The text with an offer taken, and where the caret goes. A finished value is followed by a space. */
export function take(text: string, offer: Offer): { text: string; caret: number } {
  const insert = offer.insert.endsWith(':') || text[offer.to] === ' ' ? offer.insert : `${offer.insert} `
  return { text: text.slice(0, offer.from) + insert + text.slice(offer.to), caret: offer.from + insert.length }
}

function values(key: Key, known: Known): { value: string; hint: string }[] {
  switch (key) {
    case 'verdict':
      return VERDICTS.map((value) => ({ value, hint: '' }))
    case 'stance':
      return STANCES.map((value) => ({ value, hint: '' }))
    case 'kind':
    case 'tag':
      return known.codebook
        .filter((entry) => entry.list === key)
        .map((entry) => ({ value: entry.word, hint: entry.definition ?? '' }))
    case 'document':
      return known.documents.map((document) => ({ value: document.title, hint: document.author ?? '' }))
    case 'question':
      return known.questions.map((question) => ({ value: question.text, hint: '' }))
    case 'source':
      return known.sources.map((source) => ({ value: source.name, hint: source.reliability ?? '' }))
    case 'unit':
    case 'place':
    case 'credited':
      return (known.terms[key] ?? []).map((value) => ({ value, hint: '' }))
    case 'is':
      return [
        { value: 'contested', hint: '' },
        { value: 'override', hint: '' },
        { value: 'awaiting', hint: '' },
      ]
    default:
      return []
  }
}

/** The term the caret stands in or behind; a quotation counts as one term. */
function termAt(text: string, caret: number): { from: number; word: string } {
  let from = 0
  let open = false
  for (let at = 0; at < caret; at++) {
    if (text[at] === '"') open = !open
    else if (!open && /\s/.test(text[at] ?? '')) from = at + 1
  }
  return { from, word: text.slice(from, caret) }
}

function quoted(value: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`
}
