// The context of one side in pieces: what is only context, what is the passage, and within it the words that differ.
// Offsets are code points, as everywhere; they are turned into pieces of text here and go no further.
import type { Disagreement, Side, Value, When } from '$lib/types'
import { differing } from './words'

export type PieceKind = 'context' | 'passage' | 'field' | 'differs'

export interface Piece {
  kind: PieceKind
  text: string
}

interface Range {
  start: number
  end: number
  kind: PieceKind
}

/** How strongly a kind marks: a word that differs is also part of the passage. */
const RANK: Record<PieceKind, number> = { context: 0, passage: 1, field: 2, differs: 3 }

/** The paragraphs of a side's context, each in pieces. `other` is the side it is held against. */
export function paragraphs(side: Side, other: Side, disagreement: Disagreement): Piece[][] {
  const points = Array.from(side.context)
  const ranges = rangesOf(side, other, disagreement).filter((range) => range.end > 0 && range.start < points.length)
  const kinds: PieceKind[] = points.map(() => 'context')
  for (const range of ranges) {
    for (let at = Math.max(0, range.start); at < Math.min(points.length, range.end); at++) {
      if (RANK[range.kind] > RANK[kinds[at] ?? 'context']) kinds[at] = range.kind
    }
  }
  const result: Piece[][] = []
  let open: Piece[] | null = null
  points.forEach((point, at) => {
    if (point === '\n') {
      open = null
      return
    }
    if (open === null) result.push((open = []))
    const kind = kinds[at] ?? 'context'
    const last = open.at(-1)
    if (last?.kind === kind) last.text += point
    else open.push({ kind, text: point })
  })
  return result.filter((pieces) => pieces.some((piece) => piece.text.trim() !== ''))
}

function rangesOf(side: Side, other: Side, disagreement: Disagreement): Range[] {
  const { claim, context_start: from } = side
  const reasons = new Set(disagreement.reasons.map((reason) => reason.kind))
  const passages = claim.passages.map((passage): Range => ({
    start: passage.start - from,
    end: passage.end - from,
    kind: 'passage',
  }))
  const within = (span: { start: number; end: number }) =>
    claim.passages.some((passage) => span.start < passage.end && span.end > passage.start)
  const fields: Range[] = []
  const add = (span: { start: number; end: number }, differs: boolean) =>
    fields.push({ start: span.start - from, end: span.end - from, kind: differs ? 'differs' : 'field' })
  const quantities = claim.reading.quantities.filter(within)
  const periods = claim.reading.periods.filter(within)
  // Where the reviewer holds another value than the reader took, every figure of the passage may be the one meant.
  const held = quantities.some((quantity) => isValue(quantity, claim.value))
  const heldPeriod = periods.some((period) => isPeriod(period, claim.period))
  const valueDiffers = reasons.has('value') || reasons.has('unit')
  for (const quantity of quantities) add(quantity, valueDiffers && (!held || isValue(quantity, claim.value)))
  for (const period of periods) add(period, reasons.has('period') && (!heldPeriod || isPeriod(period, claim.period)))
  for (const span of claim.reading.attributed_to.filter(within)) add(span, false)
  if (!valueDiffers && !reasons.has('period')) fields.push(...wordRanges(side, other))
  return [...passages, ...fields]
}

/** A quantity of the passage is the one compared where it has the claim's bounds, or where the claim's were set by hand. */
function isValue(quantity: Value, value: Value | null): boolean {
  return value === null || (quantity.low === value.low && quantity.high === value.high)
}

function isPeriod(period: Pick<When, 'from' | 'to'>, held: When | null): boolean {
  return held === null || (period.from === held.from && period.to === held.to)
}

/** Where no field differs (stance, polarity, participants): the words one passage has and the other has not. */
function wordRanges(side: Side, other: Side): Range[] {
  const mine = side.claim.passages[0]
  const theirs = other.claim.passages[0]
  if (!mine || !theirs) return []
  return differing(mine.exact, theirs.exact).map(({ start, end }) => ({
    start: start + mine.start - side.context_start,
    end: end + mine.start - side.context_start,
    kind: 'differs',
  }))
}
