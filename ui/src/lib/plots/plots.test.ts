import { describe, expect, it } from 'vitest'
import type { Value, When } from '$lib/types'
import { extentOfPeriod, extentOfValue, gap, onsetGapWords, valueGapWords } from './extent'
import { axisWords, compact, figure, withUnit } from './number'
import { layRows, ROW } from './rows'
import { kindFor, linear, log, niceStep } from './scale'
import { layBetween, type Between } from './span'
import { stanceLine } from './strokes'
import { periodWords, valueWords } from './words'
import { dayNumber, dayWords, fromCivil, stretchWords, timeAxis, toCivil } from './time'

function value(
  low: number | null,
  high: number | null,
  hedge: Value['hedge'] = 'exact',
  change: Value['change'] = null,
): Value {
  return { low, high, unit: 'USD', per: null, hedge, change }
}

function when(from: string | null, to: string | null, relation: When['relation'] = 'in'): When {
  return { edtf: null, from, to, relation, hedge: 'exact' }
}

describe('scales', () => {
  it.each([
    [[540, 880], 'linear'],
    [[10, 399], 'linear'],
    [[10, 400], 'log'],
    [[0, 5, 4000], 'linear'],
    [[-3, 5000], 'linear'],
    [[7], 'linear'],
  ] as const)('the values %j stand on a %s axis', (values, kind) => expect(kindFor(values)).toBe(kind))

  it.each([
    [100, 5, 20],
    [620, 6, 100],
    [0.9, 6, 0.2],
    [7, 7, 1],
  ])('cuts %d into about %d parts by %d', (span, count, step) => expect(niceStep(span, count)).toBeCloseTo(step, 12))

  it('widens a linear domain to round steps', () => {
    const scale = linear([420, 1000], [0, 600])
    expect(scale.ticks).toEqual([400, 500, 600, 700, 800, 900, 1000])
    expect(scale.at(700)).toBe(300)
  })

  it('shows a single size on an axis that does not go below nought', () => {
    const scale = linear([4], [0, 100])
    expect(scale.ticks[0]).toBe(3)
    expect(linear([0], [0, 100]).domain[0]).toBe(0)
  })

  it('puts 1, 2, 5 of each decade on a log axis and holds values to its ends', () => {
    const scale = log([30, 4000], [0, 100])
    expect(scale.ticks).toEqual([20, 50, 100, 200, 500, 1000, 2000, 5000])
    expect(scale.at(1)).toBe(0)
    expect(scale.at(9e9)).toBe(100)
  })

  it('keeps powers of ten alone over many decades', () =>
    expect(log([1, 1e7], [0, 1]).ticks).toEqual([1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7]))
})

describe('figures', () => {
  it.each([
    [540_000_000, '540 m'],
    [2.5e9, '2.5 bn'],
    [1122, '1,122'],
    [350_000, '350,000'],
    [0.25, '0.25'],
    [-3.5, '−3.5'],
    [541.3e6, '541.3 m'],
  ])('writes %d as %s', (given, written) => expect(compact(given)).toBe(written))

  it('takes the size of a linear axis into its unit', () => {
    expect(axisWords(linear([4.2e8, 1e9], [0, 1], 3), 'USD', null)).toEqual({
      labels: ['0.4', '0.6', '0.8', '1'],
      unit: '$ bn',
    })
    expect(axisWords(linear([2e6, 4e6], [0, 1], 2), null, null).unit).toBe('million')
    expect(axisWords(linear([20, 40], [0, 1], 2), 'km', 'year')).toEqual({
      labels: ['20', '30', '40'],
      unit: 'km / year',
    })
  })

  it.each([
    [540e6, 'USD', null, '$540 m'],
    [25, 'percent', null, '25 %'],
    [3, 'times', null, '3×'],
    [1, 'soldier', null, '1 soldier'],
    [12, 'aircraft', null, '12 aircraft'],
    [3, 'country', null, '3 countries'],
    [2e9, 'PKR', 'year', '2 bn PKR / year'],
    [1100, 'km', null, '1,100 km'],
    // "2 m" would be two metres.
    [2e6, null, null, '2 million'],
    [2e6, null, 'year', '2 million / year'],
    [2e6, 'person', null, '2 m people'],
  ] as const)('writes %d %s', (given, unit, per, written) => expect(withUnit(given, unit, per)).toBe(written))

  it('leaves sizes on the ticks of a log axis', () => {
    expect(axisWords(log([1e6, 1e9], [0, 1]), 'USD', null).labels).toContain('500 m')
    expect(figure(0.1 + 0.2)).toBe('0.3')
  })
})

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2000-03-01', 11017],
    ['1969-12-31', -1],
    ['0000-01-01', -719528],
  ])('%s is day %d', (iso, days) => expect(dayNumber(iso)).toBe(days))

  it('comes back to the same day through every leap rule', () => {
    for (const day of [-800000, -719528, -1, 0, 59, 11016, 11017, 20000, 47540])
      expect(fromCivil(toCivil(day))).toBe(day)
  })

  it('refuses what is no day', () => {
    expect(dayNumber('2016')).toBeNull()
    expect(dayNumber(null)).toBeNull()
  })

  it.each([
    [11, '11 days'],
    [1, '1 day'],
    [334, '11 months'],
    [731, '2 years'],
  ])('%d days are %s', (days, words) => expect(stretchWords(days)).toBe(words))

  it('cuts decades into years, a year into months, a fortnight into days', () => {
    const years = timeAxis(
      [fromCivil({ year: 2013, month: 1, day: 1 }), fromCivil({ year: 2018, month: 12, day: 31 })],
      [0, 600],
    )
    expect(years.labels).toEqual(['2013', '2014', '2015', '2016', '2017', '2018', '2019'])
    const months = timeAxis(
      [fromCivil({ year: 2014, month: 6, day: 1 }), fromCivil({ year: 2014, month: 11, day: 30 })],
      [0, 600],
    )
    expect(months.labels[0]).toBe('Jun 2014')
    expect(months.labels.at(-1)).toBe('Dec 2014')
    const days = timeAxis(
      [fromCivil({ year: 2016, month: 9, day: 24 }), fromCivil({ year: 2016, month: 10, day: 10 })],
      [0, 600],
    )
    expect(days.scale.domain[0]).toBeLessThanOrEqual(fromCivil({ year: 2016, month: 9, day: 24 }))
    expect(days.scale.domain[1]).toBeGreaterThanOrEqual(fromCivil({ year: 2016, month: 10, day: 10 }))
    expect(dayWords(fromCivil({ year: 2016, month: 10, day: 3 }))).toBe('3 Oct 2016')
  })
})

describe('extents', () => {
  it.each([
    ['a plain figure', value(540, 540), { low: 540, high: 540, point: 540 }],
    ['a range', value(500, 600), { low: 500, high: 600, point: 550 }],
    ['about', value(800, 800, 'approx'), { low: 720, high: 880, point: 800 }],
    ['at least, written with both bounds', value(700, 700, 'at_least'), { low: 700, high: null, point: 700 }],
    ['more than, open above', value(700, null, 'more_than'), { low: 700, high: null, point: 700 }],
    ['less than', value(null, 800, 'less_than'), { low: null, high: 800, point: 800 }],
    ['almost', value(400, 400, 'almost'), { low: 360, high: 400, point: 400 }],
  ])('%s', (_, given, expected) => expect(extentOfValue(given)).toEqual(expected))

  it('a value without bounds covers nothing', () => expect(extentOfValue(value(null, null, 'vague'))).toBeNull())

  it('a fall lies below nought where a rise is beside it', () => {
    expect(extentOfValue(value(20, 30, 'exact', 'down'), true)).toEqual({ low: -30, high: -20, point: -25 })
  })

  it('measures values at the nearest, periods from onset to onset', () => {
    const about = extentOfValue(value(800, 800, 'approx'))
    const range = extentOfValue(value(500, 600))
    const since = extentOfPeriod(when('2013-01-01', null, 'since'))
    const later = extentOfPeriod(when('2014-12-01', null, 'since'))
    if (!about || !range || !since || !later) throw new Error('all four have bounds')
    expect(gap(about, range)).toBe(120)
    expect(gap(range, about)).toBe(120)
    expect(valueGapWords(about, range, 'soldier', null)).toBe('120 soldiers')
    expect(gap(since, later)).toBe(0)
    expect(onsetGapWords(since, later)).toBe('23 months')
  })
})

describe('rows', () => {
  const origins = [
    { number: 1, name: 'Ministry', claims: ['a', 'b'], reasons: ['b is a reprint of a'] },
    { number: 2, name: 'Customs', claims: ['c'], reasons: [] },
  ]
  it('keeps an origin together under one bracket', () => {
    const { rows, brackets } = layRows(origins, ['c', 'a', 'b'], true)
    expect(rows.map((row) => [row.claim, row.first])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
    expect((rows[1]?.y ?? 0) - (rows[0]?.y ?? 0)).toBe(ROW)
    expect((rows[2]?.y ?? 0) - (rows[1]?.y ?? 0)).toBeGreaterThan(ROW)
    expect(brackets.map((bracket) => bracket.name)).toEqual(['Ministry', 'Customs'])
  })
  it('loses no claim that no origin names', () =>
    expect(layRows(origins, ['a', 'b', 'c', 'x'], true).rows.map((row) => row.claim)).toEqual(['a', 'b', 'c', 'x']))
  it('follows the given order without groups', () => {
    const { rows, brackets } = layRows(origins, ['c', 'a', 'b'], false)
    expect(rows.map((row) => row.claim)).toEqual(['c', 'a', 'b'])
    expect(brackets).toEqual([])
  })
})

describe('brackets', () => {
  const one = (id: string, from: number, to: number, severity: number, key = id): Between => ({
    id,
    from,
    to,
    key,
    severity,
    label: '500 ≠ 800',
    distance: '',
  })
  it('draws equal pairs once and counts them', () => {
    const { spans } = layBetween([one('a', 100, 300, 0.5, 'k'), one('b', 100, 300, 0.9, 'k')], [0, 900])
    expect(spans).toHaveLength(1)
    expect(spans[0]?.ids).toEqual(['b', 'a'])
  })
  it('stacks what would cross and leaves side by side what does not', () => {
    const { spans } = layBetween(
      [one('wide', 0, 800, 0.9), one('near', 100, 200, 0.5), one('far', 600, 700, 0.4)],
      [0, 900],
    )
    expect(Object.fromEntries(spans.map((span) => [span.id, span.level]))).toEqual({ near: 0, far: 0, wide: 1 })
  })
  it('keeps the gravest and says how many were left out', () => {
    const { spans, left } = layBetween(
      [1, 2, 3, 4, 5].map((n) => one(`d${n}`, n * 100, n * 100 + 50, n / 10)),
      [0, 900],
    )
    expect(spans.map((span) => span.id).sort()).toEqual(['d3', 'd4', 'd5'])
    expect(left).toBe(2)
  })
  it('keeps labels within the plot', () => {
    const { spans } = layBetween([one('edge', 0, 4, 1)], [0, 900])
    expect(spans[0]?.labelLeft).toBe(0)
  })
})

describe('lines', () => {
  it('tells every stance apart without colour', () => {
    const drawn = (['affirms', 'denies', 'doubts', 'reports'] as const).map((stance) =>
      JSON.stringify(stanceLine(stance, 0, 40, 0)),
    )
    expect(new Set(drawn).size).toBe(4)
  })
  it('a wave ends where the line ends', () => {
    const [path] = stanceLine('doubts', 0, 40, 0).paths
    const steps = [...(path ?? '').matchAll(/t(-?[\d.]+) 0/g)].reduce((sum, hit) => sum + 2 * Number(hit[1]), 0)
    expect(steps).toBeCloseTo(40, 0)
  })
})

describe('values and periods in words', () => {
  it.each([
    [value(800e6, 800e6, 'approx'), '≈ $800 m'],
    [value(500e6, 600e6), '$500–600 m'],
    [value(800e6, 1.2e9), '$0.8–1.2 bn'],
    [value(700e6, null, 'more_than'), '> $700 m'],
    [value(null, 5), '≤ $5'],
    [value(null, null, 'vague'), ''],
  ])('%j is %s', (given, words) => expect(valueWords(given)).toBe(words))

  it.each([
    [when('2018-01-01', '2018-12-31'), '2018'],
    [when('2014-06-01', '2014-06-30'), 'Jun 2014'],
    [when('2016-09-01', '2016-11-30'), 'Sep–Nov 2016'],
    [when('2014-12-01', '2014-12-31'), 'Dec 2014'],
    [when('2014-01-01', '2014-01-31'), 'Jan 2014'],
    [when('2014-01-01', '2014-06-30'), 'Jan–Jun 2014'],
    [when('2014-01-01', '2016-12-31'), '2014–2016'],
    [when('2016-10-03', '2016-10-03'), '3 Oct 2016'],
    [when('2014-12-01', null, 'since'), 'since Dec 2014'],
    [when(null, '2015-03-31', 'until'), 'until Mar 2015'],
  ])('%j is %s', (given, words) => expect(periodWords(given)).toBe(words))
})
