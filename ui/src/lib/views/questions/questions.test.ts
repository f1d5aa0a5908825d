import { afterEach, describe, expect, it } from 'vitest'
import * as api from '$lib/api'
import type { Claim, OpenQuestion, Question } from '$lib/types'
import { picture } from '$lib/plots/picture'
import { QuestionDesk } from './desk.svelte'
import { answerWords } from './words'

const question = (id: string, given: Partial<Question> = {}): Question =>
  ({
    question: id,
    text: id,
    asks: 'how-much',
    claims: 1,
    documents: 1,
    origins: 1,
    state: 'agreed',
    disagreements: 0,
    answer: null,
    rationale: null,
    ...given,
  }) as Question
const claim = (id: string, low: number, given: Partial<Claim> = {}): Claim =>
  ({
    claim: id,
    document: `doc-${id}`,
    document_title: id,
    stance: 'affirms',
    verdict: 'unreviewed',
    period: null,
    statement: id,
    passages: [],
    value: { low, high: low, unit: 'USD', per: null, hedge: 'exact', change: null },
    ...given,
  }) as never

let all: Question[]
let opened: OpenQuestion
let asked: [string, Record<string, unknown>][]
function desk() {
  asked = []
  api.standIn({
    invoke: <T>(command: string, args: Record<string, unknown> = {}) => {
      asked.push([command, args])
      const answer =
        command === 'questions'
          ? all
          : command === 'question_open'
            ? { ...opened, question: all.find((one) => one.question === args.question) }
            : command === 'matrix'
              ? { questions: [], documents: [] }
              : null
      return Promise.resolve(answer as T)
    },
    listen: () => Promise.resolve(() => {}),
  })
  return new QuestionDesk()
}

describe('the questions', () => {
  let made: QuestionDesk
  afterEach(() => made.stop())

  it('lists the most contested first: what disagrees, then what nobody answers', async () => {
    all = [
      question('agreed'),
      question('one', { state: 'disagreed', disagreements: 1 }),
      question('none', { state: 'unanswered', claims: 0 }),
      question('three', { state: 'disagreed', disagreements: 3 }),
    ]
    opened = { claims: [], answers: [], origins: [], disagreements: [] } as never
    made = desk()
    await made.start()
    expect(made.listed.map((one) => one.question)).toEqual(['three', 'one', 'none', 'agreed'])
    expect(made.current).toBe('three')
    made.words = 'o n'
    expect(made.listed.map((one) => one.question)).toEqual(['one', 'none'])
    made.state = 'unanswered'
    expect(made.listed.map((one) => one.question)).toEqual(['none'])
  })

  it('opens what it was asked to, steps through its claims and swaps the axis', async () => {
    all = [question('a', { state: 'disagreed' }), question('b')]
    opened = { claims: [claim('x', 1), claim('y', 2)], answers: ['1', '2'], origins: [], disagreements: [] } as never
    made = desk()
    await made.start('b')
    expect(made.current).toBe('b')
    made.moveClaim(1)
    made.moveClaim(1)
    made.moveClaim(1)
    expect(made.claim).toBe('y')
    expect(made.shownAxis).toBe('value')
    made.swapAxis()
    expect(made.shownAxis).toBe('stance')
    made.swapAxis()
    expect(made.shownAxis).toBe('value')
  })

  it('is in the merged question after a merge', async () => {
    all = [question('a', { state: 'disagreed' }), question('b')]
    opened = { claims: [], answers: [], origins: [], disagreements: [] } as never
    made = desk()
    await made.start()
    await made.merge('b')
    expect(asked.find(([command]) => command === 'question_merge')?.[1]).toEqual({ from: 'a', into: 'b' })
    expect(made.current).toBe('b')
  })
})

describe('the words of an answer', () => {
  it('marks the figure the value was read from, in code points', () => {
    const exact = '🚢 about 540 tons in 2018'
    const given = claim('x', 540, {
      passages: [{ start: 10, end: 34, exact, prefix: '', suffix: '', edition: 'e' }],
      reading: { quantities: [{ start: 18, end: 26, text: '540 tons', low: 540, high: 540 }], periods: [] },
    } as never)
    expect(answerWords(given, 'how-much')).toEqual([
      { text: '🚢 about ', answer: false },
      { text: '540 tons', answer: true },
      { text: ' in 2018', answer: false },
    ])
    expect(answerWords(given, 'whether')).toEqual([{ text: exact, answer: false }])
  })
})

describe('the picture', () => {
  const answers = [
    claim('a', 800),
    claim('b', 800),
    claim('c', 540),
    claim('d', 5, { value: { low: 5, high: 5, unit: 'EUR', per: null, hedge: 'exact', change: null } } as never),
  ].map((each) => ({ claim: each, answer: each.claim as string }))
  const origins = [
    { number: 1, name: 'Ministry', claims: ['a', 'b'], reasons: ['b reprints a'] },
    { number: 2, name: 'Customs', claims: ['c'], reasons: [] },
    { number: 3, name: 'Bank', claims: ['d'], reasons: [] },
  ]
  const disagreement = (a: string, b: string, given = {}) =>
    ({
      disagreement: a + b,
      claims: [a, b],
      answers: ['800', '540'],
      reasons: [{ kind: 'value', detail: '800 and 540 exclude one another.' }],
      severity: 0.8,
      internal: false,
      status: 'open',
      ...given,
    }) as never
  const made = (given = {}) =>
    picture({
      kind: 'value',
      answers,
      origins,
      disagreements: [disagreement('a', 'c'), disagreement('b', 'c')],
      width: 1000,
      grouped: true,
      ...given,
    })

  it('stands every answer where it belongs and says what is not on the axis', () => {
    const { axis, right } = made()
    const x = (id: string) => axis.places.get(id)?.x ?? -1
    expect(x('a')).toBe(x('b'))
    expect(x('c')).toBeLessThan(x('a'))
    expect(x('a')).toBeLessThanOrEqual(right)
    expect(axis.places.get('d')?.off).toBe(true)
    expect(axis.unit).toBe('$')
  })
  it('draws a reprint’s disagreement once, with its distance', () => {
    const { spans } = made()
    expect(spans).toHaveLength(1)
    expect(spans[0]).toMatchObject({
      ids: ['ac', 'bc'],
      label: '800 and 540 exclude one another',
      distance: '$260 apart',
    })
  })
  it('brackets neither what was dismissed nor what is internal', () => {
    expect(
      made({
        disagreements: [disagreement('a', 'c', { status: 'dismissed' }), disagreement('b', 'c', { internal: true })],
      }).spans,
    ).toEqual([])
  })
  it('keeps every label within the picture', () => {
    const { labels, width } = made()
    for (const label of labels.values()) expect(label.x).toBeLessThan(width)
  })
  it('puts stances in columns', () => {
    const { axis } = made({ kind: 'stance' })
    expect(axis.ticks.map((tick) => tick.label)).toEqual(['affirms', 'reports', 'doubts', 'denies'])
  })
})
