/**
 * Which axis answers are shown on, and where each answer stands on it.
 *
 * Promises: every claim has a place, also one that says no value or one in another unit (`off`). Currencies and units are
 * never converted here: the unit most answers share is on the axis, the others say so in words.
 */
import type { Asks, Claim, Stance, VerdictWord } from '$lib/types'
import { axisWords } from './number'
import { extentOfPeriod, extentOfValue, type Extent } from './extent'
import { scaleFor, type Pair } from './scale'
import { STANCES } from './strokes'
import { timeAxis } from './time'

export type AxisKind = 'value' | 'time' | 'stance'

export interface Answered {
  claim: Claim
  /** The answer in few words, from the core. */
  answer: string
}

export interface Tick {
  x: number
  label: string
}

/** A claim's place on the axis. */
export interface Place {
  claim: string
  stance: Stance
  verdict: VerdictWord
  answer: string
  /** Where the shape stands. */
  x: number
  /** Ends of the line; equal to `x` for a single point. */
  from: number
  to: number
  openLeft: boolean
  openRight: boolean
  /** Nothing of it is on this axis; `x` is the axis's start. */
  off: boolean
  extent: Extent | null
}

export interface Axis {
  kind: AxisKind
  ticks: Tick[]
  unit: string
  per: string | null
  /** The unit on the axis as the core names it. */
  unitName: string | null
  log: boolean
  places: Map<string, Place>
}

/** The axes that have something to show, the one the question asks for first. */
export function axesFor(asks: Asks, answers: readonly Answered[]): AxisKind[] {
  const has: Record<AxisKind, boolean> = {
    value: answers.some(({ claim }) => claim.value !== null && extentOfValue(claim.value) !== null),
    time: answers.some(({ claim }) => claim.period !== null && extentOfPeriod(claim.period) !== null),
    stance: true,
  }
  const asked: AxisKind = asks === 'how-much' ? 'value' : asks === 'when' ? 'time' : 'stance'
  const order: AxisKind[] = [asked, ...(['value', 'time', 'stance'] as const).filter((kind) => kind !== asked)]
  return order.filter((kind) => has[kind])
}

/** The axis over `range`, with every answer on it. */
export function axisFor(kind: AxisKind, answers: readonly Answered[], range: Pair): Axis {
  if (kind === 'stance') return stanceAxis(answers, range)
  return kind === 'value' ? valueAxis(answers, range) : periodAxis(answers, range)
}

function stanceAxis(answers: readonly Answered[], range: Pair): Axis {
  const width = (range[1] - range[0]) / STANCES.length
  const start = (stance: Stance) => range[0] + width * STANCES.indexOf(stance)
  const places = answers.map(({ claim, answer }): Place => {
    const x = start(claim.stance) + 8
    return { ...words(claim, answer), x, from: x, to: x, openLeft: false, openRight: false, off: false, extent: null }
  })
  const ticks = STANCES.map((stance) => ({ x: start(stance), label: stance }))
  return { kind: 'stance', ticks, unit: '', per: null, unitName: null, log: false, places: byClaim(places) }
}

function valueAxis(answers: readonly Answered[], range: Pair): Axis {
  const measure = commonMeasure(answers)
  const onAxis = (claim: Claim) => claim.value !== null && measureOf(claim) === measure.key
  const changes = new Set(answers.filter(({ claim }) => onAxis(claim)).map(({ claim }) => claim.value?.change ?? null))
  const signed = changes.has('up') && changes.has('down')
  const extents = answers.map(({ claim }) => (claim.value && onAxis(claim) ? extentOfValue(claim.value, signed) : null))
  const scale = scaleFor(numbers(extents), range)
  const { labels, unit } = axisWords(scale, measure.unit, measure.per)
  const places = answers.map(({ claim, answer }, index) =>
    place(claim, answer, extents[index] ?? null, scale.at, range),
  )
  const ticks = scale.ticks.map((tick, index) => ({ x: scale.at(tick), label: labels[index] ?? '' }))
  return {
    kind: 'value',
    ticks,
    unit,
    per: measure.per,
    unitName: measure.unit,
    log: scale.kind === 'log',
    places: byClaim(places),
  }
}

function periodAxis(answers: readonly Answered[], range: Pair): Axis {
  const extents = answers.map(({ claim }) => (claim.period ? extentOfPeriod(claim.period) : null))
  const { scale, labels } = timeAxis(numbers(extents), range)
  const places = answers.map(({ claim, answer }, index) =>
    place(claim, answer, extents[index] ?? null, scale.at, range),
  )
  const ticks = scale.ticks.map((tick, index) => ({ x: scale.at(tick), label: labels[index] ?? '' }))
  return { kind: 'time', ticks, unit: '', per: null, unitName: null, log: false, places: byClaim(places) }
}

function place(claim: Claim, answer: string, extent: Extent | null, at: (value: number) => number, range: Pair): Place {
  if (extent === null)
    return {
      ...words(claim, answer),
      x: range[0] + 8,
      from: range[0] + 8,
      to: range[0] + 8,
      openLeft: false,
      openRight: false,
      off: true,
      extent,
    }
  return {
    ...words(claim, answer),
    x: at(extent.point),
    from: extent.low === null ? range[0] : at(extent.low),
    to: extent.high === null ? range[1] : at(extent.high),
    openLeft: extent.low === null,
    openRight: extent.high === null,
    off: false,
    extent,
  }
}

function words(claim: Claim, answer: string) {
  return { claim: claim.claim, stance: claim.stance, verdict: claim.verdict, answer }
}

function byClaim(places: Place[]): Map<string, Place> {
  return new Map(places.map((each) => [each.claim, each]))
}

function numbers(extents: readonly (Extent | null)[]): number[] {
  return extents.flatMap((extent) =>
    extent ? [extent.low, extent.high, extent.point].filter((end) => end !== null) : [],
  )
}

function measureOf(claim: Claim): string {
  return `${claim.value?.unit ?? ''}/${claim.value?.per ?? ''}`
}

/** The unit most answers share; the first one where several are as common. */
function commonMeasure(answers: readonly Answered[]): { key: string; unit: string | null; per: string | null } {
  const counts = new Map<string, { count: number; unit: string | null; per: string | null }>()
  for (const { claim } of answers) {
    if (!claim.value) continue
    const key = measureOf(claim)
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { count: 1, unit: claim.value.unit, per: claim.value.per })
  }
  const [key, best] = [...counts].sort(([, a], [, b]) => b.count - a.count)[0] ?? ['/', { unit: null, per: null }]
  return { key, unit: best.unit, per: best.per }
}
