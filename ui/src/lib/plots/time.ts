/**
 * Calendar days as numbers, and ticks that fall where calendars turn: days, months, years, decades.
 *
 * Days count from 1970-01-01 in the proleptic Gregorian calendar, as ISO 8601 and EDTF do. No clock, no time zone.
 */
import { messages } from '../messages'
import { niceStep, plain, type Pair, type Scale } from './scale'

export interface Day {
  year: number
  month: number
  day: number
}

/** "Oct": a month from 1 to 12 as the window's language cuts it. */
export const monthWord = (month: number): string => messages.words.months[month - 1] ?? ''

const YEAR = 365.2425

/** The number of a day written "2016-10-03" or "-0044-03-15"; `null` where it is no day. */
export function dayNumber(iso: string | null): number | null {
  const parts = iso === null ? null : /^(-?\d{4,})-(\d{2})-(\d{2})$/.exec(iso)
  return parts ? fromCivil({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }) : null
}

/** Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
export function fromCivil({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

/** The calendar day with this number (same source, civil_from_days). */
export function toCivil(days: number): Day {
  const z = Math.floor(days) + 719468
  const era = Math.floor(z / 146097)
  const ofEra = z - era * 146097
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  )
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: years + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** "3 Oct 2016". */
export function dayWords(days: number): string {
  const { year, month, day } = toCivil(days)
  return `${day} ${monthWord(month)} ${year}`
}

/** "11 days", "3 months", "2 years": a stretch in the largest unit that keeps it at two or more, else in days. */
export function stretchWords(days: number): string {
  const whole = Math.round(Math.abs(days))
  const { year, month, day } = messages.words.stretch
  if (whole >= 2 * YEAR - 15) return year({ n: Math.round(whole / YEAR) })
  return whole >= 60 ? month({ n: Math.round(whole / (YEAR / 12)) }) : day({ n: whole })
}

export interface TimeAxis {
  scale: Scale
  labels: string[]
}

/** A time line around the given days with about six ticks. */
export function timeAxis(days: readonly number[], range: Pair, count = 6): TimeAxis {
  const known = days.filter(Number.isFinite)
  let low = known.length ? Math.min(...known) : 0
  let high = known.length ? Math.max(...known) : 365
  const least = 28
  if (high - low < least) {
    const pad = (least - (high - low)) / 2
    low -= pad
    high += pad
  }
  const span = high - low
  if (span > 2.5 * YEAR) {
    const step = Math.max(1, niceStep(span / YEAR, count))
    const from = Math.floor(toCivil(low).year / step) * step
    const years: number[] = []
    for (let year = from; ; year += step) {
      years.push(year)
      if (fromCivil({ year, month: 1, day: 1 }) >= high) break
    }
    return line(
      years.map((year) => fromCivil({ year, month: 1, day: 1 })),
      years.map(String),
      range,
    )
  }
  if (span > 70) {
    const months = [1, 2, 3, 6].find((step) => span / (step * 30.4) <= count + 1) ?? 6
    const start = toCivil(low)
    const first = Math.floor((start.year * 12 + start.month - 1) / months) * months
    const turns: Day[] = []
    for (let index = first; ; index += months) {
      const turn = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 }
      turns.push(turn)
      if (fromCivil(turn) >= high) break
    }
    return line(
      turns.map(fromCivil),
      turns.map((turn) => `${monthWord(turn.month)} ${turn.year}`),
      range,
    )
  }
  const step = [1, 2, 7, 14].find((each) => span / each <= count + 1) ?? 14
  const ticks: number[] = []
  for (let day = Math.floor(low / step) * step; ; day += step) {
    ticks.push(day)
    if (day >= high) break
  }
  return line(
    ticks,
    ticks.map((day, index) =>
      index === 0 || toCivil(day).day <= step ? dayWords(day) : dayWords(day).replace(/ -?\d+$/, ''),
    ),
    range,
  )
}

function line(ticks: number[], labels: string[], range: Pair): TimeAxis {
  return { scale: plain([ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1], ticks, range), labels }
}
