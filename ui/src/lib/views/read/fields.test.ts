import { describe, expect, it } from 'vitest'
import type { Proposal, Reading, Value, When } from '../../types'
import { blank, fromProposal, given, periodWords, same, tagsOf, valueWords, wordsBehind } from './fields'

const value = (
  low: number | null,
  high: number | null,
  hedge: Value['hedge'] = 'exact',
  more: Partial<Value> = {},
): Value => ({
  low,
  high,
  unit: null,
  per: null,
  hedge,
  change: null,
  ...more,
})
const when = (edtf: string | null, relation: When['relation'] = 'in'): When => ({
  edtf,
  from: null,
  to: null,
  relation,
  hedge: 'exact',
})
const reading: Reading = {
  quantities: [
    {
      start: 10,
      end: 18,
      text: 'a dozen',
      low: 12,
      high: 12,
      unit: 'lorry',
      dimension: 'count',
      per: null,
      hedge: 'exact',
      change: null,
    },
    {
      start: 30,
      end: 48,
      text: 'about $800 million',
      low: 8e8,
      high: 8e8,
      unit: 'USD',
      dimension: 'money',
      per: null,
      hedge: 'approx',
      change: null,
    },
  ],
  periods: [
    {
      start: 50,
      end: 61,
      text: 'January 34',
      edtf: null,
      from: null,
      to: null,
      relation: 'in',
      hedge: 'exact',
      problem: 'impossible',
    },
    {
      start: 62,
      end: 69,
      text: 'in 2018',
      edtf: '2018',
      from: '2018-01-01',
      to: '2018-12-31',
      relation: 'in',
      hedge: 'exact',
      problem: null,
    },
  ],
  polarity: 'affirmed',
  modality: 'actual',
  attributed_to: [{ start: 70, end: 81, text: 'the chamber' }],
}
const proposal: Proposal = {
  document: 'd',
  page: null,
  start: 5,
  end: 90,
  exact: 'x',
  statement: 'Trade came to about 800 million.',
  kind: 'figure',
  stance: 'affirms',
  attributed_to: 'the chamber',
  value: value(8e8, 8e8, 'approx', { unit: 'USD' }),
  value_words: 'about 800 million',
  period: when('2018'),
  place: null,
  reading,
  questions: [
    {
      question: { question: 'q1', text: 'How large was trade?' } as never,
      common: ['measure', 'words'],
      fit: 0.9,
      sure: true,
      answers: [],
    },
  ],
  new_question: 'What was trade?',
}

describe('a value in words', () => {
  for (const [given, words] of [
    [value(8e8, 8e8, 'approx'), 'about 800 million'],
    [value(1e6, 2e6, 'approx'), 'about 1 million to 2 million'],
    [value(541.3e6, 541.3e6), '541.3 million'],
    [value(1234567, 1234567), '1,234,567'],
    [value(700, null, 'more_than'), 'more than 700'],
    [value(null, 40, 'less_than'), 'less than 40'],
    [value(400, null, 'exact'), 'at least 400'],
    [value(360, 400, 'almost'), 'almost 400'],
    [value(25, 25, 'exact', { change: 'down', per: 'year' }), 'down 25 per year'],
    [value(null, null), ''],
    [null, ''],
  ] as const) {
    it(words || 'nothing', () => expect(valueWords(given)).toBe(words))
  }
})

it('a period in words keeps its bound', () => {
  expect(
    [when('2018'), when('2014-12', 'since'), when('2014/2016', 'between'), when(null), null].map(periodWords),
  ).toEqual(['2018', 'since 2014-12', '2014/2016', '', ''])
})

describe('what is sent', () => {
  const initial = fromProposal(proposal)

  it('of a form left as the reader filled it is the question alone', () => {
    expect(given(initial, initial, true)).toEqual({ question: { id: 'q1' } })
    expect(given(initial, initial, false)).toEqual({})
  })
  it('of a new claim holds the place that was proposed and seen', () => {
    const placed = fromProposal({ ...proposal, place: 'northern Mali' })
    expect(given(placed, placed, true).place).toBe('northern Mali')
    expect(given({ ...placed, place: '' }, placed, true).place).toBe('')
    expect(given(placed, placed, false)).toEqual({})
  })
  it('of a form that is sure of no question holds the new one', () => {
    const unsure = { ...proposal, questions: proposal.questions.map((row) => ({ ...row, sure: false })) }
    expect(fromProposal(unsure)).toMatchObject({ question: 'What was trade?', questionId: null })
  })
  it('of changed words goes with their unit', () => {
    expect(given({ ...initial, value: '900 million' }, initial, false)).toEqual({ value: '900 million', unit: 'USD' })
    expect(given({ ...initial, unit: 'EUR' }, initial, false)).toEqual({ unit: 'EUR' })
  })
  it('of a cleared field is an empty text, not silence', () => {
    expect(given({ ...initial, period: '', value: '', attributed_to: ' ' }, initial, false)).toEqual({
      period: '',
      value: '',
      attributed_to: '',
    })
  })
  it('of a question typed is its text; cleared, an empty one', () => {
    expect(given({ ...initial, question: 'A new one? ', questionId: null }, initial, true).question).toEqual({
      text: 'A new one?',
    })
    expect(given({ ...initial, question: '', questionId: null }, initial, true).question).toEqual({ text: '' })
    expect(given(blank(), blank(), true)).toEqual({})
  })
  it('of tags is a list without doubles', () => {
    expect(tagsOf(' trade, arms ,, trade')).toEqual(['trade', 'arms'])
    expect(given({ ...initial, tags: 'a, b', credibility: 2, stance: 'doubts' }, initial, false)).toEqual({
      tags: ['a', 'b'],
      credibility: 2,
      stance: 'doubts',
    })
  })
})

describe('the words behind a field', () => {
  const passage = { start: 5, end: 30, text: '🚢 near Orsk, at night' }

  it('are those of the value chosen, not of the first number', () => {
    expect(wordsBehind(reading, passage, proposal.value, null).value?.text).toBe('about $800 million')
  })
  it('are those of a period that could be placed', () => {
    expect(wordsBehind(reading, passage, null, null).period?.text).toBe('in 2018')
    expect(wordsBehind(reading, passage, null, null).value).toBeUndefined()
  })
  it('are found for a place by code points', () => {
    expect(wordsBehind(reading, passage, null, 'Orsk').place).toEqual({ start: 12, end: 16, text: 'Orsk' })
  })
})

it('fields are the same only when every one is', () => {
  expect(same(blank(), blank())).toBe(true)
  expect(same(blank(), { ...blank(), note: 'x' })).toBe(false)
})
