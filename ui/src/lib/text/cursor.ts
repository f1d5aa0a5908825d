// A cursor through a text without a mouse: from sentence to sentence, and each end of a stretch by words. Read and the
// choosing of a passage's place in a newer edition share it. Places are code points.
import type { Block } from '../types'
import type { CodePoints } from './offsets'
import { nextStop, type Edge } from './words'

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
  const { blocks } = text
  const first = blockAt(blocks, by === 1 ? here[1] : here[0])
  for (let at = Math.max(0, first - (by === 1 ? 1 : 0)); at >= 0 && at < blocks.length; at += by) {
    const block = blocks[at]
    if (!block || block.kind === 'furniture' || block.kind === 'row') continue
    const all = sentences(text, block)
    const found = by === 1 ? all.find((one) => one[0] >= here[1]) : all.findLast((one) => one[1] <= here[0])
    if (found) return found
  }
  return null
}

/** A stretch with one end moved by a word, within its block or the one beside it; `null` where it cannot be. */
export function endMoved(text: Walked, [start, end]: Stretch, edge: Edge, by: 1 | -1): Stretch | null {
  const { blocks, points } = text
  const at = edge === 'start' ? start : end
  const block = blockAt(blocks, at)
  const first = blocks[Math.max(0, block - 1)]
  const last = blocks[Math.min(blocks.length - 1, block + 1)]
  if (!first || !last) return null
  const origin = points.toUnit(first.start)
  const words = points.slice(first.start, last.end)
  const stop = nextStop(words, points.toUnit(at) - origin, edge, by, text.language ?? 'en')
  if (stop === null) return null
  const to = points.toPoint(origin + stop)
  const moved: Stretch = edge === 'start' ? [to, end] : [start, to]
  return moved[0] < moved[1] ? moved : null
}

function sentences({ points, language }: Walked, block: Block): Stretch[] {
  const words = points.slice(block.start, block.end)
  const origin = points.toUnit(block.start)
  return [...new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' }).segment(words)].map((one) => [
    points.toPoint(origin + one.index),
    points.toPoint(origin + one.index + one.segment.trimEnd().length),
  ])
}
