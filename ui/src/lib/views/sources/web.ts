// The web of documents: who reprints, cites, quotes and answers whom, as rows in order of origin with links drawn beside
// them in lanes. Rows and not a cloud: two hundred titles stay legible, and a row can be reached by key.
import { toldAll } from '$lib/said'
import type { Document, DocumentOrigin, DocumentRelation, RelationKind } from '$lib/types'

export interface Row {
  key: string
  /** Null for an original that is not in the project. */
  document: Document | null
  title: string
  /** Place among the origins shown, from 0; rows of one origin follow one another. */
  origin: number
  /** First of an origin of several documents: how many, its name and why. */
  head: { name: string; documents: number; reasons: readonly string[] } | null
  /** Links that start or end here. */
  links: number
}

export interface Link {
  kind: RelationKind
  /** The row that reprints, cites, quotes or answers, and the row it leads to. */
  from: number
  to: number
  /** Which of the lanes beside the rows, from 0, the nearest. */
  lane: number
}

export interface Web {
  rows: Row[]
  links: Link[]
  lanes: number
  /** Documents left out because they stand alone and there are too many of them. */
  alone: number
}

/** More documents that stand alone than this are counted, not shown. */
const MOST_ALONE = 200

const outsideKey = (title: string) => `outside ${title.trim().toLowerCase()}`

/** Lays out the web: origins of several documents first, the largest first; then linked documents; then the rest. */
export function webOf(
  documents: readonly Document[],
  relations: readonly DocumentRelation[],
  origins: readonly DocumentOrigin[],
): Web {
  const known = new Map(documents.map((document) => [document.document as string, document]))
  const keyOf = (relation: DocumentRelation) => relation.other ?? outsideKey(relation.other_title)
  const linked = new Map<string, number>()
  for (const relation of relations)
    for (const key of [relation.document, keyOf(relation)]) linked.set(key, (linked.get(key) ?? 0) + 1)

  // An original outside the project stands with the first of its reprints, else by itself.
  const outside = new Map<string, { title: string; with: string | null }>()
  for (const relation of relations) {
    if (relation.other !== null) continue
    const key = keyOf(relation)
    const held = outside.get(key)
    const reprint = relation.kind === 'republishes' ? relation.document : null
    outside.set(key, { title: held?.title ?? relation.other_title, with: held?.with ?? reprint })
  }

  const weight = (origin: DocumentOrigin) => origin.documents.reduce((sum, id) => sum + (linked.get(id) ?? 0), 0)
  const order = origins
    .map((origin) => ({ origin, several: origin.documents.length > 1, weight: weight(origin) }))
    .sort(
      (a, b) =>
        Number(b.several) - Number(a.several) ||
        (a.several ? b.origin.documents.length - a.origin.documents.length : 0) ||
        Number(b.weight > 0) - Number(a.weight > 0) ||
        a.origin.number - b.origin.number,
    )

  const rows: Row[] = []
  let alone = 0
  let shown = 0
  const add = (key: string, document: Document | null, title: string, origin: number, head: Row['head'] = null) =>
    rows.push({ key, document, title, origin, head, links: linked.get(key) ?? 0 })
  order.forEach(({ origin, several, weight }, at) => {
    if (!several && weight === 0 && ++shown > MOST_ALONE) {
      alone++
      return
    }
    const { name } = origin
    const reasons = toldAll(origin.reasons, origin.said ?? [])
    origin.documents.forEach((id, nth) => {
      const document = known.get(id)
      if (!document) return
      const head = several && nth === 0 ? { name, documents: origin.documents.length, reasons } : null
      add(id, document, document.title, at, head)
    })
    for (const [key, original] of outside)
      if (original.with !== null && (origin.documents as string[]).includes(original.with))
        add(key, null, original.title, at)
  })
  for (const [key, original] of outside) if (original.with === null) add(key, null, original.title, rows.length)

  const place = new Map(rows.map((row, at) => [row.key, at]))
  const found = relations.flatMap((relation) => {
    const from = place.get(relation.document)
    const to = place.get(keyOf(relation))
    return from === undefined || to === undefined || from === to ? [] : [{ kind: relation.kind, from, to }]
  })
  const links = inLanes(found)
  return { rows, links, lanes: Math.max(0, ...links.map((link) => link.lane + 1)), alone }
}

/** Short links near the rows, long ones outside; no two that overlap share a lane. */
export function inLanes<T extends { from: number; to: number }>(links: readonly T[]): (T & { lane: number })[] {
  const span = (link: T) => [Math.min(link.from, link.to), Math.max(link.from, link.to)] as const
  const taken: [number, number][][] = []
  return [...links]
    .sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to))
    .map((link) => {
      const [first, last] = span(link)
      let lane = taken.findIndex((spans) => spans.every(([from, to]) => last < from || first > to))
      if (lane < 0) lane = taken.push([]) - 1
      taken[lane]?.push([first, last])
      return { ...link, lane }
    })
}
