// What the review desk needs of the fake desktop: pages of claims, readings behind their values, and `?many` for a hundred
// thousand claims.
import type { Claim, ClaimPage, ClaimQuery } from '../types'
import type { World } from './world'

const ORDERS: Record<string, (claim: Claim) => string | number> = {
  created: (claim) => claim.created,
  modified: (claim) => -Date.parse(claim.modified),
  statement: (claim) => claim.statement,
  value: (claim) => claim.value?.low ?? Infinity,
  period: (claim) => claim.period?.from ?? '~',
  verdict: (claim) => claim.verdict,
}

/** A page of what was found, by keyset. */
export function pageOf(found: Claim[], query: ClaimQuery): ClaimPage {
  const key = ORDERS[query.order ?? 'created']
  // `find` has turned the list already where it is asked for backwards.
  const rising = query.descending ? found.toReversed() : found
  const sorted =
    key && query.order && query.order !== 'created'
      ? rising.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
      : rising
  const ordered = query.descending ? sorted.toReversed() : sorted
  const from = query.after ? ordered.findIndex((claim) => claim.claim === query.after) + 1 : 0
  const claims = ordered.slice(from, from + (query.limit ?? 200))
  const more = from + claims.length < ordered.length
  return { claims, next: more ? (claims.at(-1)?.claim ?? null) : null, total: found.length }
}

/** Gives every claim the figures and years its passage shows, so that pictures and marks have words to stand on. */
export function readings(world: World): void {
  for (const claim of world.claims) {
    const passage = claim.passages[0]
    if (!passage) continue
    const spans = (pattern: RegExp) =>
      [...passage.exact.matchAll(pattern)].map((hit) => {
        const start = passage.start + [...passage.exact.slice(0, hit.index)].length
        return { start, end: start + [...hit[0]].length, text: hit[0] }
      })
    const { value, period } = claim
    claim.reading = {
      ...claim.reading,
      quantities: value
        ? spans(
            /(?:about |nearly |roughly )?\$?(?:\d+(?:\.\d+)?|four|six|a quarter|15)(?: million| per cent| (?:soldiers|troops|fighter aircraft|helicopters))?(?: dollars)?/gi,
          )
            .filter((span) => !/^(?:19|20)\d\d$/.test(span.text))
            .map((span) => ({ ...span, ...value, dimension: 'other' }))
        : [],
      periods: period
        ? spans(/(?:(?:June|September|November|autumn of|autumn) )?(?:19|20)\d\d/g).map((span) => ({
            ...span,
            ...period,
            problem: null,
          }))
        : [],
    }
  }
}

/** So many claims that a list which is not virtual would stand still. */
export function many(world: World, count = 100_000): void {
  const found = world.disagreements.slice()
  for (let at = found.length; at < 5000; at++) {
    const like = found[at % found.length]
    // Under a question nobody opens: a plot with that many brackets is another test.
    if (like)
      world.disagreements.push({
        ...like,
        disagreement: `0190d1a2-0000-7000-8000-${String(at).padStart(12, '0')}`,
        question: '0190e0e0-0000-7000-8000-000000009999',
        severity: like.severity / 2,
      })
  }
  const kinds = world.claims.slice()
  for (let at = kinds.length; at < count; at++) {
    const like = kinds[at % kinds.length]
    if (!like) return
    world.claims.push({
      ...like,
      claim: `0190c1a2-0000-7000-8000-${String(at).padStart(12, '0')}`,
      statement: `${like.statement} (${at})`,
      // Of a document nobody opens: a page with that many marks is another test.
      document: '0190d0c0-0000-7000-8000-000000009999',
      question: null,
      question_text: null,
      disagreements: [],
    })
  }
}
