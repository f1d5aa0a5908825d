// A paragraph cut where claims begin and end, for paper: what is underlined, and where a number stands.
import type { CodePoints } from '$lib/text/offsets'
import type { Spread } from '$lib/text/segments'

export interface Piece {
  start: number
  text: string
  /** The claims that rest on it. */
  claims: string[]
  /** The claims whose passage ends with it: their numbers stand here. */
  ends: string[]
}

export function piecesOf(points: CodePoints, block: { start: number; end: number }, marks: readonly Spread[]): Piece[] {
  const here = marks.filter((one) => one.start < block.end && one.end > block.start)
  const within = (at: number) => at > block.start && at < block.end
  const cuts = [...new Set([block.start, ...here.flatMap(({ start, end }) => [start, end]).filter(within), block.end])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? block.end
    const over = here.filter((one) => one.start < end && one.end > start)
    return {
      start,
      text: points.slice(start, end),
      claims: over.map(({ mark }) => mark.claim),
      ends: over.filter((one) => one.end === end).map(({ mark }) => mark.claim),
    }
  })
}
