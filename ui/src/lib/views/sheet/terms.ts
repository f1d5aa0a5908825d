// The verdict filter as a term of the query text: the boxes write it, and are read from it, so that both always agree.
import type { VerdictWord } from '$lib/types'

export const VERDICTS: readonly VerdictWord[] = ['corroborated', 'disputed', 'unverifiable', 'unreviewed']

/** The terms of the text: a quotation is one term, also behind a key. */
function termsOf(text: string): string[] {
  return text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []
}

const isVerdict = (term: string) => /^verdict:./i.test(term)

/** The verdicts the text lets through; all of them where it says nothing. */
export function verdictsOf(text: string): Set<VerdictWord> {
  const named = termsOf(text).find(isVerdict)?.slice('verdict:'.length).toLowerCase().split(',') ?? []
  const known = VERDICTS.filter((verdict) => named.includes(verdict))
  return new Set(known.length > 0 ? known : VERDICTS)
}

/** The text without its verdict term. */
export function withoutVerdicts(text: string): string {
  return termsOf(text)
    .filter((term) => !isVerdict(term))
    .join(' ')
}

/** The text with a verdict let through or not; the last one cannot be taken away, and all of them need no term. */
export function withVerdict(text: string, verdict: VerdictWord, shown: boolean): string {
  const verdicts = verdictsOf(text)
  if (shown) verdicts.add(verdict)
  else if (verdicts.size > 1) verdicts.delete(verdict)
  const rest = withoutVerdicts(text)
  if (verdicts.size === VERDICTS.length) return rest
  const term = `verdict:${VERDICTS.filter((each) => verdicts.has(each)).join(',')}`
  return rest === '' ? term : `${term} ${rest}`
}
