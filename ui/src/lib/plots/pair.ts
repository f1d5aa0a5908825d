/**
 * The small picture of a disagreement: both answers on one axis and the stretch between them.
 */
import type { Disagreement } from '$lib/types'
import { axesFor, axisFor, type Answered, type Axis, type AxisKind, type Place } from './axis'
import { onsetGapWords, valueGapWords } from './extent'
import type { Label } from './picture'

export interface PairSide {
  place: Place
  y: number
  label: Label
}

export interface PairPicture {
  axis: Axis
  sides: [PairSide, PairSide]
  /** The stretch between the two at the nearest, on the line of the first side; none where they meet. */
  between: { from: number; to: number; y: number; words: string } | null
  axisY: number
  width: number
  height: number
}

/** The axis on which the two differ, by the kinds of reasons; stance where nothing else can be drawn. */
export function axisOf(disagreement: Disagreement, pair: readonly [Answered, Answered]): AxisKind {
  const kinds = new Set(disagreement.reasons.map((reason) => reason.kind))
  const both = (kind: AxisKind) => pair.every((one) => axesFor('whether', [one]).includes(kind))
  const sameUnit = pair[0].claim.value?.unit === pair[1].claim.value?.unit
  if (kinds.has('value') && both('value') && sameUnit) return 'value'
  if (kinds.has('period') && both('time')) return 'time'
  return 'stance'
}

export function pairPicture(kind: AxisKind, pair: readonly [Answered, Answered], width: number): PairPicture | null {
  const axis = axisFor(kind, pair, [24, Math.max(200, width - 72)])
  const a = axis.places.get(pair[0].claim.claim)
  const b = axis.places.get(pair[1].claim.claim)
  if (!a || !b) return null
  if (kind === 'stance') for (const tick of axis.ticks) tick.x += 8
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  const apart = right.from - left.to
  const oneLine = kind !== 'stance' && apart > 24 && !left.openRight && !right.openLeft
  const first = 30
  const second = oneLine ? first : first + 32
  const words =
    !a.extent || !b.extent
      ? ''
      : kind === 'value'
        ? valueGapWords(a.extent, b.extent, axis.unitName, axis.per)
        : onsetGapWords(a.extent, b.extent)
  const axisY = second + (kind === 'stance' ? 10 : 18)
  return {
    axis,
    sides: [
      { place: a, y: first, label: above(a, first, width) },
      { place: b, y: second, label: above(b, second, width) },
    ],
    between: oneLine && words ? { from: left.to + 8, to: right.from - 8, y: first, words } : null,
    axisY,
    width,
    height: axisY + 24,
  }
}

/** Centred over the shape, but never out of the picture. */
function above(place: Place, y: number, width: number): Label {
  const half = place.answer.length * 3.2
  const x = Math.max(4, Math.min(place.x - half, width - 2 * half - 4))
  return { x, anchor: 'start', text: y > 0 ? place.answer : '' }
}
