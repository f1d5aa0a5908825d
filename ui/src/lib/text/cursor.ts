// A cursor through a text without a mouse: from sentence to sentence, and each end of a stretch by words. Read and the
// choosing of a passage's place in a newer edition share it. Places are code points.
import type { Block } from '../types'
import type { CodePoints } from './offsets'
import { nearestStop, nextStop, type Edge } from './words'

export type Stretch = [start: number, end: number]

/** A text to go through: its blocks in order. */
export interface Walked {
  points: CodePoints
  blocks: readonly Block[]
  language: string | null
}

/** Which key with Alt and Shift moves which end of a passage which way. */
export const ENDS = [
  ['ArrowRight', 'end', 1],
  ['ArrowLeft', 'end', -1],
  ['ArrowUp', 'start', -1],
  ['ArrowDown', 'start', 1],
] as const

/** The index of the block in which a code point lies, or after which it does. */
export function blockAt(blocks: readonly Block[], point: number): number {
  let from = 0
  let to = blocks.length - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((blocks[middle]?.start ?? 0) <= point) from = middle
    else to = middle - 1
  }
  return from
}

/** The sentence after a stretch, or the last one before it; furniture and rows of tables are passed over. */
export function sentenceBeside(text: Walked, here: Stretch, by: 1 | -1): Stretch | null {
  return beside(text, here, by, 'sentence')
}

/** The word after a stretch, or the last one before it; in tables too. */
export function wordBeside(text: Walked, here: Stretch, by: 1 | -1): Stretch | null {
  return beside(text, here, by, 'word')
}

function beside(text: Walked, here: Stretch, by: 1 | -1, unit: Unit): Stretch | null {
  const { blocks } = text
  const first = blockAt(blocks, by === 1 ? here[1] : here[0])
  for (let at = Math.max(0, first - (by === 1 ? 1 : 0)); at >= 0 && at < blocks.length; at += by) {
    const block = blocks[at]
    if (!block || block.kind === 'furniture' || (block.kind === 'row' && unit === 'sentence')) continue
    const all = unitsOf(text, block, unit)
    const found = by === 1 ? all.find((one) => one[0] >= here[1]) : all.findLast((one) => one[1] <= here[0])
    if (found) return found
  }
  return null
}

/** A stretch with one end moved by a word, within its block or the one beside it; `null` where it cannot be. */
export function endMoved(text: Walked, reach: Stretch, edge: Edge, by: 1 | -1): Stretch | null {
  const at = edge === 'start' ? reach[0] : reach[1]
  return put(text, reach, edge, at, (words, unit, language) => nextStop(words, unit, edge, by, language))
}

/** A stretch with one end at the word nearest to a place; `null` where it cannot be. */
export function endAt(text: Walked, reach: Stretch, edge: Edge, to: number): Stretch | null {
  return put(text, reach, edge, to, (words, unit, language) => nearestStop(words, unit, edge, language))
}

/** Puts an end where `find` says, looking in the block of `at` and those beside it. */
function put(
  { blocks, points, language }: Walked,
  [start, end]: Stretch,
  edge: Edge,
  at: number,
  find: (words: string, unit: number, language: string) => number | null,
): Stretch | null {
  const block = blockAt(blocks, at)
  const first = blocks[Math.max(0, block - 1)]
  const last = blocks[Math.min(blocks.length - 1, block + 1)]
  if (!first || !last) return null
  const origin = points.toUnit(first.start)
  const stop = find(points.slice(first.start, last.end), points.toUnit(at) - origin, language ?? 'en')
  if (stop === null) return null
  const to = points.toPoint(origin + stop)
  const moved: Stretch = edge === 'start' ? [to, end] : [start, to]
  return moved[0] < moved[1] ? moved : null
}

function unitsOf({ points, language }: Walked, block: Block, unit: Unit): Stretch[] {
  const words = points.slice(block.start, block.end)
  const origin = points.toUnit(block.start)
  return [...new Intl.Segmenter(language ?? 'en', { granularity: unit }).segment(words)]
    .filter((one) => (unit === 'word' ? one.isWordLike : one.segment.trim() !== ''))
    .map((one) => [
      points.toPoint(origin + one.index),
      points.toPoint(origin + one.index + one.segment.trimEnd().length),
    ])
}

type Unit = 'sentence' | 'word'
