// What the review desk needs of the fake desktop: pages of claims, readings behind their values, and `?many` for a hundred
// thousand claims.
import type {
  Claim,
  ClaimFields,
  ListedClaims,
  ClaimPlaces,
  ClaimQuery,
  ClaimTerm,
  Reread,
  Value,
  When,
} from '../types'
import type { World } from './world'

const ORDERS: Record<string, (claim: Claim) => string | number | null> = {
  created: (claim) => claim.claim,
  modified: (claim) => -Date.parse(claim.modified),
  statement: (claim) => claim.statement.toLowerCase(),
  value: (claim) => claim.value?.low ?? claim.value?.high ?? null,
  period: (claim) => claim.period?.from ?? claim.period?.to ?? null,
  verdict: (claim) => ['unreviewed', 'corroborated', 'disputed', 'unverifiable'].indexOf(claim.verdict),
  severity: (claim) => -claim.disagreements.length,
  document: (claim) => claim.document_title.toLowerCase(),
  question: (claim) => claim.question_text?.toLowerCase() ?? null,
}

/** What was found in the query's order; what has no value comes last whichever way. */
function sorted(found: Claim[], query: ClaimQuery): Claim[] {
  const key = ORDERS[query.order ?? 'created'] ?? (() => 0)
  const turn = query.descending ? -1 : 1
  const keyed = found.map((claim) => ({ claim, key: key(claim) }))
  keyed.sort((a, b) => {
    if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1
    const by = a.key === b.key || a.key === null || b.key === null ? 0 : a.key < b.key ? -1 : 1
    return turn * (by || (a.claim.claim < b.claim.claim ? -1 : 1))
  })
  const ordered = keyed.map(({ claim }) => claim)
  return query.backwards ? ordered.reverse() : ordered
}

const after = (ordered: Claim[], query: ClaimQuery) =>
  query.after ? ordered.findIndex((claim) => claim.claim === query.after) + 1 : 0

/** A page of what was found, by keyset. */
export function pageOf(found: Claim[], query: ClaimQuery): ListedClaims {
  const ordered = sorted(found, query)
  const from = after(ordered, query)
  const claims = ordered.slice(from, from + (query.limit ?? 200))
  const more = from + claims.length < ordered.length
  return { claims, next: more ? (claims.at(-1)?.claim ?? null) : null, total: query.after ? null : found.length }
}

/** The ids of every nth claim. */
export function placesOf(found: Claim[], query: ClaimQuery, every: number): ClaimPlaces {
  const ordered = sorted(found, query)
  const from = after(ordered, query)
  const walked = ordered.slice(from, from + (query.limit ?? 200))
  const more = from + walked.length < ordered.length
  const claims = walked.filter((_, at) => (at + 1) % every === 0).map((claim) => claim.claim)
  return { claims, walked: walked.length, next: more ? (walked.at(-1)?.claim ?? null) : null }
}

export function tagsOf(claims: Claim[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const tag of claims.flatMap((claim) => claim.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort()
}

/** A stand-in for the reader: one number with its unit, one year. */
export function rereadOf(claim: Claim, fields: ClaimFields): Reread {
  const refuse = (message: string) => {
    throw Object.assign(new Error(message), { code: 'invalid', message })
  }
  const number = /([\d.,]+)(?: (million|billion))?(?: ([A-Za-z]+))?/.exec(fields.value ?? '')
  if (fields.value && !number)
    refuse(`“${fields.value}” holds no value: write it as in a text, such as “about 1 to 2 million”.`)
  const size = { million: 1e6, billion: 1e9 }[number?.[2] ?? ''] ?? 1
  const low = number ? Number(number[1]?.replaceAll(',', '')) * size : 0
  const value: Value | null = number
    ? { low, high: low, unit: fields.unit ?? number[3] ?? null, per: null, hedge: 'exact', change: null }
    : null
  const year = /\d{4}/.exec(fields.period ?? '')?.[0]
  if (fields.period && !year) refuse(`“${fields.period}” is no period: write EDTF (2016-12, 2013/..) or words.`)
  const period: When | null = year
    ? { edtf: year, from: `${year}-01-01`, to: `${year}-12-31`, relation: 'in', hedge: 'exact' }
    : null
  return {
    value: fields.value === undefined ? claim.value : value,
    period: fields.period === undefined ? claim.period : period,
  }
}

export function termsOf(world: World, field: ClaimTerm): string[] {
  const of = {
    unit: (one: Claim) => one.value?.unit,
    place: (one: Claim) => one.place,
    credited: (one: Claim) => one.attributed_to,
  }
  return [...new Set(world.claims.map(of[field]).filter((word): word is string => !!word))].sort()
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
