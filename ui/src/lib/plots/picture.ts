/**
 * The picture of a question: rows by origin, every answer on one axis, disagreements bracketed above.
 *
 * Numbers only, in pixels of the SVG; `AnswerPlot.svelte` draws them.
 */
import { messages } from '$lib/messages'
import { reasonWords } from '$lib/said'
import type { Disagreement } from '$lib/types'
import { axisFor, type Answered, type Axis, type AxisKind, type Place } from './axis'
import { onsetGapWords, valueGapWords } from './extent'
import { layRows, type Grouped, type Rows } from './rows'
import { CHARACTER, layBetween, type Between, type Spanned } from './span'

const LEVEL = 36
/** The height of an axis with its figures. */
export const AXIS = 26
const HEADS = 22

export interface Label {
  x: number
  anchor: 'start' | 'end'
  text: string
}

export interface Picture {
  axis: Axis
  rows: Rows
  spans: Spanned[]
  /** How many disagreements have no bracket for lack of room. */
  spansLeft: number
  /** Stretches the bracketed answers cover: band and bar. */
  bands: { from: number; to: number }[]
  labels: Map<string, Label>
  /** Where the rows begin, and the axis's two ends. */
  top: number
  left: number
  right: number
  /** Where document titles end, and where origins' brackets stand. */
  titleEnd: number
  bracketX: number
  width: number
  height: number
}

export interface Wanted {
  kind: AxisKind
  answers: readonly Answered[]
  origins: readonly Grouped[]
  disagreements: readonly Disagreement[]
  width: number
  grouped: boolean
  /** Brackets of this claim alone, when one is in hand. */
  only?: string | null
}

export function picture({ kind, answers, origins, disagreements, width, grouped, only = null }: Wanted): Picture {
  const left = Math.round(Math.max(200, Math.min(520, width * 0.34)))
  const right = Math.max(left + 120, width - (kind === 'stance' ? 8 : 64))
  const axis = axisFor(kind, answers, [left + 20, right])
  const rows = layRows(
    origins,
    answers.map(({ claim }) => claim.claim),
    grouped,
  )
  const between = disagreements
    .filter((one) => !one.internal && one.status !== 'dismissed' && (only === null || one.claims.includes(only)))
    .flatMap((one) => betweenOf(one, axis))
  const { spans, left: spansLeft } = layBetween(between, [left, width])
  const levels = spans.length ? Math.max(...spans.map((span) => span.level)) + 1 : 0
  const top = (levels ? levels * LEVEL + 10 : 8) + (kind === 'stance' ? HEADS : 0)
  return {
    axis,
    rows,
    spans,
    spansLeft,
    bands: kind === 'stance' ? [] : bandsOf(spans, disagreements, axis),
    labels: new Map([...axis.places.values()].map((place) => [place.claim, labelOf(place, axis, left, width)])),
    top,
    left,
    right,
    titleEnd: left - 8,
    bracketX: left,
    width,
    height: top + rows.height + (kind === 'stance' ? AXIS : 4),
  }
}

function betweenOf(one: Disagreement, axis: Axis): Between[] {
  const [a, b] = one.claims.map((claim) => axis.places.get(claim))
  if (!a || !b || a.off || b.off) return []
  const sides = [side(a, axis), side(b, axis)].sort()
  // On one and the same spot a bracket says nothing; such a pair is seen on another axis.
  if (sides[0] === sides[1] || Math.abs(a.x - b.x) < 2) return []
  const detail = (one.reasons[0] && reasonWords(one.reasons[0]).replace(/\.$/, '')) ?? one.rationale ?? ''
  const short = `${a.answer} ≠ ${b.answer}`
  return [
    {
      id: one.disagreement,
      from: a.x,
      to: b.x,
      key: sides.join(' ≠ '),
      severity: one.severity,
      label: detail && detail.length * CHARACTER < 520 ? detail : short,
      distance: distanceOf(a, b, axis),
    },
  ]
}

function side(place: Place, axis: Axis): string {
  return axis.kind === 'stance'
    ? place.stance
    : `${Math.round(place.from)} ${Math.round(place.x)} ${Math.round(place.to)}`
}

function distanceOf(a: Place, b: Place, axis: Axis): string {
  if (!a.extent || !b.extent) return ''
  const words =
    axis.kind === 'value'
      ? valueGapWords(a.extent, b.extent, axis.unitName, axis.per)
      : axis.kind === 'time'
        ? onsetGapWords(a.extent, b.extent)
        : ''
  return words && messages.desk.disagreements.apart({ words })
}

function bandsOf(
  spans: readonly Spanned[],
  disagreements: readonly Disagreement[],
  axis: Axis,
): { from: number; to: number }[] {
  const byId = new Map(disagreements.map((one) => [one.disagreement as string, one]))
  const bands = new Map<string, { from: number; to: number }>()
  for (const span of spans) {
    for (const claim of byId.get(span.id)?.claims ?? []) {
      const place = axis.places.get(claim)
      if (!place || place.off || place.openLeft || place.openRight || place.to - place.from < 3) continue
      bands.set(`${place.from} ${place.to}`, { from: place.from, to: place.to })
    }
  }
  return [...bands.values()]
}

/** Beside the shape where there is room: to the right, else to the left; never over an arrow. */
function labelOf(place: Place, axis: Axis, left: number, width: number): Label {
  if (axis.kind === 'stance') {
    const column = (axis.ticks[1]?.x ?? width) - (axis.ticks[0]?.x ?? 0)
    return { x: place.x + 10, anchor: 'start', text: clipped(place.answer, column - 30) }
  }
  if (place.off) return { x: place.x + 10, anchor: 'start', text: clipped(place.answer, width - place.x - 20) }
  const needed = place.answer.length * 5.8
  const after = (place.openRight ? place.x : place.to) + 10
  const before = (place.openLeft ? place.x : place.from) - 10
  if (!place.openRight && (after + needed <= width || width - after >= before - left))
    return { x: after, anchor: 'start', text: clipped(place.answer, width - after) }
  return { x: before, anchor: 'end', text: clipped(place.answer, before - left) }
}

/** Words cut to about so many pixels of 11 px text. */
export function clipped(text: string, pixels: number, character = 5.8): string {
  const most = Math.max(3, Math.floor(pixels / character))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
