// What changed in a claim: field by field, before and after an operation, and where it is otherwise now.
import type { ClaimPast, ClaimThen } from '$lib/types'

export const FIELDS = [
  'statement',
  'passages',
  'question',
  'value',
  'period',
  'place',
  'stance',
  'attributed_to',
  'distance',
  'kind',
  'tags',
  'credibility',
  'note',
  'verdict',
] as const satisfies readonly (keyof ClaimThen)[]

export type Field = (typeof FIELDS)[number]

export interface Changed {
  field: Field
  before: string
  after: string
  /** As it is now, where that is neither missing nor as the operation left it. */
  now: string | null
}

/** A field in words; lists by their separator, nothing as an empty text. */
export function said(then: ClaimThen | null, field: Field): string {
  const value = then?.[field]
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(field === 'passages' ? ' … ' : ', ') : String(value)
}

/** The fields an operation changed; of a claim that came or went, those that say something. */
export function changedIn(past: ClaimPast): Changed[] {
  return FIELDS.flatMap((field) => {
    const [before, after, now] = [past.before, past.after, past.now].map((then) => said(then, field)) as [
      string,
      string,
      string,
    ]
    const quiet = field === 'verdict' && (!past.before || !past.after)
    if (before === after || quiet) return []
    return [{ field, before, after, now: past.now !== null && now !== after ? now : null }]
  })
}
