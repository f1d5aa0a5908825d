/**
 * Rows of a plot: one a claim, claims of one origin together with a bracket.
 */
import { toldAll } from '$lib/said'
import type { Said } from '$lib/types'

export interface Grouped {
  number: number
  name: string
  claims: readonly string[]
  reasons: readonly string[]
  /** The reasons once more, to be said in another language. */
  said?: readonly Said[]
}

export interface Row {
  claim: string
  /** Middle of the row. */
  y: number
  /** Number of its origin. */
  origin: number
  /** The first row of its origin: the one that carries the origin's name. */
  first: boolean
}

export interface Bracket {
  origin: number
  name: string
  top: number
  bottom: number
  /** Why these claims are one origin, a sentence each; empty for a single claim. */
  reasons: readonly string[]
}

export interface Rows {
  rows: Row[]
  brackets: Bracket[]
  height: number
}

export const ROW = 22
const GAP = 8

/**
 * Rows from the top, in the order of the origins; with `grouped` false, in the order of `order` and without brackets.
 * Claims that no origin names come last, each on its own.
 */
export function layRows(origins: readonly Grouped[], order: readonly string[], grouped: boolean): Rows {
  const known = new Set(order)
  const named = new Set(origins.flatMap((origin) => origin.claims))
  const rest = order.filter((claim) => !named.has(claim))
  const last = Math.max(0, ...origins.map((origin) => origin.number))
  const all: Grouped[] = [
    ...origins,
    ...rest.map((claim, index) => ({ number: last + index + 1, name: '', claims: [claim], reasons: [] })),
  ]
  if (!grouped) {
    const originOf = new Map(all.flatMap((origin) => origin.claims.map((claim) => [claim, origin.number] as const)))
    const rows = order.map((claim, index) => ({
      claim,
      y: ROW * index + ROW / 2,
      origin: originOf.get(claim) ?? 0,
      first: false,
    }))
    return { rows, brackets: [], height: ROW * order.length }
  }
  const rows: Row[] = []
  const brackets: Bracket[] = []
  let top = 0
  for (const origin of all) {
    const claims = origin.claims.filter((claim) => known.has(claim))
    if (claims.length === 0) continue
    claims.forEach((claim, index) =>
      rows.push({ claim, y: top + ROW * index + ROW / 2, origin: origin.number, first: index === 0 }),
    )
    const bottom = top + ROW * claims.length
    brackets.push({
      origin: origin.number,
      name: origin.name,
      top: top + 3,
      bottom: bottom - 3,
      reasons: toldAll(origin.reasons, origin.said ?? []),
    })
    top = bottom + GAP
  }
  return { rows, brackets, height: Math.max(0, top - GAP) }
}
