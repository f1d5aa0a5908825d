import { describe, expect, it } from 'vitest'
import type { ClaimRow, QuestionRow } from '$lib/types'
import { COLUMNS, filed, tsv } from './columns'
import { linesOf } from './preview.svelte'
import { verdictsOf, withoutVerdicts, withVerdict } from './terms'

const row = (given: Partial<ClaimRow>): ClaimRow =>
  ({
    number: 1,
    statement: 'S',
    question: null,
    value: null,
    value_text: null,
    period: null,
    period_text: null,
    passages: [],
    tags: [],
    ...given,
  }) as ClaimRow

describe('the verdict term', () => {
  it.each([
    ['', 'unreviewed', false, 'verdict:corroborated,disputed,unverifiable'],
    ['trade tag:x', 'unreviewed', false, 'verdict:corroborated,disputed,unverifiable trade tag:x'],
    ['verdict:corroborated,disputed,unverifiable trade', 'unreviewed', true, 'trade'],
    ['trade verdict:disputed', 'corroborated', true, 'verdict:corroborated,disputed trade'],
    ['verdict:disputed', 'disputed', false, 'verdict:disputed'],
  ] as const)('%j with %s %s is %j', (text, verdict, shown, expected) =>
    expect(withVerdict(text, verdict, shown)).toBe(expected),
  )
  it('lets everything through where it says nothing it knows', () => {
    expect(verdictsOf('trade').size).toBe(4)
    expect(verdictsOf('verdict:maybe').size).toBe(4)
    expect(verdictsOf('Verdict:Disputed')).toEqual(new Set(['disputed']))
  })
  it('is taken out whole', () => expect(withoutVerdicts('a verdict:disputed b')).toBe('a b'))
  it('leaves words that only look like it', () =>
    expect(withoutVerdicts('"the verdict: guilty" x')).toBe('"the verdict: guilty" x'))
})

describe('the lines of the sheet', () => {
  const question = (id: string): QuestionRow => ({ question: id, text: id }) as QuestionRow
  it('puts claims under their questions, those under none last, and loses no claim', () => {
    const rows = [
      row({ number: 1, question: 'q2' }),
      row({ number: 2 }),
      row({ number: 3, question: 'q1' }),
      row({ number: 4, question: 'gone' }),
    ]
    const lines = linesOf(rows, [question('q1'), question('q2'), question('empty')])
    expect(lines.map((line) => ('heading' in line ? (line.heading?.text ?? '-') : line.row.number))).toEqual([
      'q1',
      3,
      'q2',
      1,
      '-',
      2,
      4,
    ])
  })
})

describe('tab-separated values', () => {
  const columns = COLUMNS.filter((column) => ['statement', 'credited', 'value'].includes(column.id))
  it('starts no formula and breaks no row', () => {
    const text = tsv(
      [row({ statement: '=HYPERLINK("x")\nsecond', attributed_to: '\t@cmd', value_text: '-25 percent' })],
      columns,
      (id) => id,
    )
    expect(text).toBe("statement\tcredited\tvalue\n'=HYPERLINK(\"x\") second\t' @cmd\t'-25 percent")
  })
  it('leaves plain negative numbers as they are', () => {
    expect(tsv([row({ value_text: '-25' })], columns, (id) => id).split('\n')[1]).toBe('S\t\t-25')
  })
})

describe('the columns of the file', () => {
  it('are those behind what is shown, and always the question and the claim’s id', () =>
    expect(filed(new Set(['verdict', 'value', 'passage']))).toEqual([
      'verdict',
      'value_text',
      'value_low',
      'value_high',
      'value_hedge',
      'value_change',
      'exact',
      'position',
      'edition',
      'question_text',
      'claim',
    ]))
})
