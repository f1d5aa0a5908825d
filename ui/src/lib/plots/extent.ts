/**
 * What a value or a period covers: the stretch the comparer weighs, and the point that stands for it.
 *
 * Values are as the core gives them; the widths of hedges are those of its comparison rules ("about" ±10 %, "almost" from
 * nine tenths), drawn here so that a picture never shows less than what was compared.
 */
import type { Value, When } from '$lib/types'
import { dayNumber, stretchWords } from './time'
import { withUnit } from './number'

export interface Extent {
  /** Lower end; `null` is open. */
  low: number | null
  /** Upper end; `null` is open. */
  high: number | null
  /** Where the shape stands. */
  point: number
}

/** What a value covers; `null` where it has no bound at all. `signed` puts falls below nought. */
export function extentOfValue(value: Value, signed = false): Extent | null {
  const { low, high, hedge } = value
  const least = low ?? high
  const most = high ?? low
  if (least === null || most === null) return null
  const extent = hedged(low, high, least, most, hedge)
  return signed && value.change === 'down' ? flipped(extent) : extent
}

function hedged(low: number | null, high: number | null, least: number, most: number, hedge: Value['hedge']): Extent {
  const middle = (least + most) / 2
  switch (hedge) {
    case 'at_least':
    case 'more_than':
      return { low: least, high: high !== low ? high : null, point: least }
    case 'at_most':
    case 'less_than':
      return { low: low !== high ? low : null, high: most, point: most }
    case 'approx':
      return {
        low: low === null ? null : widened(low, -0.1),
        high: high === null ? null : widened(high, 0.1),
        point: middle,
      }
    case 'almost':
      return { low: low === null ? null : widened(low, -0.1), high, point: most }
    default:
      return { low, high, point: low === null ? most : high === null ? least : middle }
  }
}

function widened(value: number, by: number): number {
  return value + Math.abs(value) * by
}

function flipped({ low, high, point }: Extent): Extent {
  return { low: high === null ? null : -high, high: low === null ? null : -low, point: -point }
}

/** What a period covers, in days; the shape stands at the onset, where there is one. */
export function extentOfPeriod(period: When): Extent | null {
  const low = dayNumber(period.from)
  const high = dayNumber(period.to)
  const point = low ?? high
  return point === null ? null : { low, high, point }
}

/** How far apart two extents lie at the nearest; `0` where they meet. */
export function gap(a: Extent, b: Extent): number {
  const reach = (extent: Extent) => [extent.low ?? -Infinity, extent.high ?? Infinity] as const
  const [aLow, aHigh] = reach(a)
  const [bLow, bHigh] = reach(b)
  return Math.max(0, bLow - aHigh, aLow - bHigh)
}

/** "120 m $ apart", or nothing where they meet. */
export function valueGapWords(a: Extent, b: Extent, unit: string | null, per: string | null): string {
  const apart = gap(a, b)
  return apart > 0 ? withUnit(Number(apart.toPrecision(3)), unit, per) : ''
}

/** "11 months", measured from onset to onset, or nothing where they begin on one day. */
export function onsetGapWords(a: Extent, b: Extent): string {
  const apart = Math.abs(a.point - b.point)
  return apart > 0 ? stretchWords(apart) : ''
}
