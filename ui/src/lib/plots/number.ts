/**
 * Numbers in few characters, as axes and small pictures write them. Sentences about values come from the core.
 */
import { messages } from '../messages'
import type { Scale } from './scale'

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
  ['RUB', '₽'],
  ['INR', '₹'],
  ['percent', '%'],
  ['times', '×'],
])

const SIZES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** The size a figure is written in, with its word, in full where it stands `alone`, without a unit; none below a million. */
function sizeOf(value: number, alone: boolean): readonly [number, string] | undefined {
  const size = SIZES.find(([least]) => Math.abs(value) >= least)
  return size && [size[0], messages.words[alone ? 'sizeAlone' : 'size'][size[1]]]
}

const GROUPED = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, useGrouping: true })
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: true })

/** "1,122", "2.5", "0.004": four significant digits below a thousand, whole numbers in full. */
export function figure(value: number): string {
  const written = Number.isInteger(value) || Math.abs(value) >= 1000 ? WHOLE.format(value) : GROUPED.format(value)
  return written.replace('-', '−')
}

/** "2.5 bn", "540 m", "1,122"; `alone` "540 million". */
export function compact(value: number, alone = false): string {
  const size = sizeOf(value, alone)
  return size ? `${figure(value / size[0])} ${size[1]}` : figure(value)
}

/** Nouns whose plural is not made by a rule. */
const PLURALS: ReadonlyMap<string, string> = new Map([
  ['aircraft', 'aircraft'],
  ['personnel', 'personnel'],
  ['man', 'men'],
  ['woman', 'women'],
  ['person', 'people'],
  ['child', 'children'],
  ['people', 'people'],
])

/** "$", "%", "km", "soldiers": how a unit is written beside several; nothing where there is none. */
export function unitSign(unit: string | null): string {
  if (unit === null) return ''
  const sign = SYMBOLS.get(unit) ?? PLURALS.get(unit)
  if (sign !== undefined) return sign
  // Counted things are whole lower-case words; what is shorter or has other characters is a unit's symbol.
  if (!/^[a-z][a-z -]{3,}$/.test(unit) || unit.endsWith('s')) return unit
  if (/(?:[sx]|ch|sh)$/.test(unit)) return `${unit}es`
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`
}

/** "$540 m", "25 %", "24 km / day", "1 soldier". */
export function withUnit(value: number, unit: string | null, per: string | null): string {
  const sign = Math.abs(value) === 1 && unit !== null && !SYMBOLS.has(unit) ? unit : unitSign(unit)
  const money = '$€£¥₽₹'.includes(sign) && sign !== ''
  const words = money
    ? `${sign}${compact(value)}`
    : sign === '×'
      ? `${compact(value)}×`
      : [compact(value, sign === ''), sign].filter(Boolean).join(' ')
  return per ? `${words} / ${per}` : words
}

/** "500–600 soldiers", "$500–600 m": the unit and the size are said once. */
export function rangeWithUnit(low: number, high: number, unit: string | null, per: string | null): string {
  const alone = unitSign(unit) === ''
  const [least, word] = sizeOf(Math.max(Math.abs(low), Math.abs(high)), alone) ?? [1, '']
  const upper = withUnit(high, unit, per)
  const figures = figure(high / least)
  const at = upper.indexOf(figures)
  return word === '' || compact(high, alone).endsWith(word)
    ? `${upper.slice(0, at)}${figure(low / least)}–${upper.slice(at)}`
    : `${withUnit(low, unit, null)}–${upper}`
}

export interface AxisWords {
  labels: string[]
  /** What stands at the axis's end: "$ m", "km / year". */
  unit: string
}

/** Labels for a scale's ticks. A linear axis takes the size out into the unit; on a log axis each tick keeps its own. */
export function axisWords(scale: Scale, unit: string | null, per: string | null): AxisWords {
  const tail = [unitSign(unit), per ? `/ ${per}` : ''].filter(Boolean)
  const alone = unitSign(unit) === ''
  if (scale.kind === 'log') return { labels: scale.ticks.map((tick) => compact(tick, alone)), unit: tail.join(' ') }
  const largest = Math.max(...scale.ticks.map(Math.abs))
  const size = sizeOf(largest, alone)
  if (!size) return { labels: scale.ticks.map(figure), unit: tail.join(' ') }
  return {
    labels: scale.ticks.map((tick) => figure(tick / size[0])),
    unit: [tail[0] ?? '', size[1], ...tail.slice(1)].filter(Boolean).join(' '),
  }
}
