/**
 * A value and a period in few words, for tables and small pictures where the core sends only numbers.
 */
import type { Value, When } from '$lib/types'
import { rangeWithUnit, withUnit } from './number'
import { messages } from '../messages'
import { dayNumber, dayWords, monthWord, toCivil } from './time'

const HEDGES: Record<Value['hedge'], string> = {
  exact: '',
  approx: '≈ ',
  at_least: '≥ ',
  at_most: '≤ ',
  more_than: '> ',
  less_than: '< ',
  almost: '',
  vague: '~ ',
}

/** "≈ $800 m", "> 700 soldiers", "almost $2 bn"; nothing where there is no value. */
export function valueWords(value: Value | null): string {
  const words = value === null ? '' : bare(value)
  return value?.hedge === 'almost' && words ? messages.words.almost({ value: words }) : words
}

/** "≈ $800 m", "$500 m–$600 m", "> 700 soldiers". */
function bare(value: Value): string {
  const { low, high, unit, per, hedge, change } = value
  const write = (bound: number) => withUnit(bound, unit, per)
  const arrow = change === 'up' ? '+ ' : change === 'down' ? '− ' : ''
  if (low === null && high === null) return ''
  if (low !== null && high !== null) {
    const single =
      low === high || hedge === 'at_least' || hedge === 'more_than' || hedge === 'at_most' || hedge === 'less_than'
    if (!single) return `${HEDGES[hedge]}${arrow}${rangeWithUnit(low, high, unit, per)}`
    return `${HEDGES[hedge]}${arrow}${write(hedge === 'at_most' || hedge === 'less_than' ? high : low)}`
  }
  if (low !== null) return `${HEDGES[hedge] || '≥ '}${arrow}${write(low)}`
  return `${HEDGES[hedge] || '≤ '}${arrow}${write(high ?? 0)}`
}

/** "2018", "Dec 2014", "3 Oct 2016", "2014–2016", "since Dec 2014": whole years and months are named as such. */
export function periodWords(period: When | null): string {
  if (period === null) return ''
  const from = dayNumber(period.from)
  const to = dayNumber(period.to)
  const about = period.hedge === 'approx' ? '≈ ' : ''
  if (from === null && to === null) return period.edtf ?? ''
  const said = (relation: keyof typeof messages.words.when, when: string) =>
    `${about}${messages.words.when[relation]({ when })}`
  switch (period.relation) {
    case 'since':
    case 'after':
      return said(period.relation, from === null ? whole(to, to) : onset(from))
    case 'until':
    case 'before':
    case 'by':
      return said(period.relation, to === null ? whole(from, from) : ending(to))
    default:
      if (from === null) return said('until', ending(to ?? 0))
      if (to === null) return said('since', onset(from))
      return `${about}${whole(from, to)}`
  }
}

/** A first day that begins a year or a month is that year or month. */
function onset(day: number): string {
  const { year, month, day: of } = toCivil(day)
  if (of !== 1) return dayWords(day)
  return month === 1 ? String(year) : `${monthWord(month)} ${year}`
}

/** A last day that ends a year or a month is that year or month. */
function ending(day: number): string {
  const { year, month } = toCivil(day)
  if (toCivil(day + 1).day !== 1) return dayWords(day)
  return month === 12 ? String(year) : `${monthWord(month)} ${year}`
}

function whole(from: number | null, to: number | null): string {
  if (from === null || to === null) return ''
  if (from === to) return dayWords(from)
  const [a, b] = [toCivil(from), toCivil(to)]
  const months = a.day === 1 && toCivil(to + 1).day === 1
  if (months && a.month === 1 && b.month === 12) return a.year === b.year ? String(a.year) : `${a.year}–${b.year}`
  const first = months ? `${monthWord(a.month)} ${a.year}` : dayWords(from)
  const last = months ? `${monthWord(b.month)} ${b.year}` : dayWords(to)
  if (first === last) return first
  // Within one year the year is said once: "Sep–Nov 2016".
  const year = ` ${toCivil(to).year}`
  return first.endsWith(year) && last.endsWith(year) ? `${first.slice(0, -year.length)}–${last}` : `${first}–${last}`
}
