import { describe, expect, it } from 'vitest'
import * as api from '$lib/api'
import type { ClaimPast, ClaimThen, LogQuery, Operation } from '$lib/types'
import { boundsOf, linesOf, localDay, Log, quotedWords } from './log.svelte'
import { changedIn } from './past'

const NONE = { reviewer: null, kind: null, document: null, from: null, until: null, words: null, before: null }

const operation = (sequence: number, given: Partial<Operation> = {}): Operation =>
  ({
    operation: `o${sequence}`,
    sequence,
    at: `2026-03-0${1 + (sequence % 3)}T12:00:00`,
    reviewer: 'Ada',
    kind: 'add-claim',
    summary: '',
    undoes: null,
    undone: false,
    changes: 1,
    ...given,
  }) as never

function desk(count: number, of: (sequence: number) => Partial<Operation> = () => ({})) {
  const asked: LogQuery[] = []
  const all = Array.from({ length: count }, (_, at) => operation(count - at, of(count - at)))
  api.standIn({
    invoke: <T>(command: string, args: Record<string, unknown> = {}) => {
      if (command !== 'history') return Promise.resolve({ reviewers: [], kinds: [] } as T)
      const query = args.query as LogQuery
      asked.push(query)
      const from = all.filter((row) => query.before === null || Number(row.sequence) < Number(query.before))
      return Promise.resolve(from.slice(0, Number(args.limit)) as T)
    },
    listen: () => Promise.resolve(() => {}),
  })
  return asked
}

describe('the log', () => {
  it('goes on from the oldest it has, once at a time, until the end', async () => {
    const asked = desk(450)
    const log = new Log()
    await log.refresh()
    await Promise.all([log.more(), log.more()])
    await log.more()
    await log.more()
    expect(asked.map((query) => query.before)).toEqual([null, 251, 51])
    expect([log.operations.length, log.ended]).toEqual([450, true])
    log.stop()
  })
  it('asks for what the filters say, from the beginning', async () => {
    const asked = desk(3)
    const log = new Log()
    await log.refresh()
    log.reviewer = 'Ben'
    log.words = ' two words '
    await log.search()
    expect(asked.at(-1)).toEqual({ ...NONE, reviewer: 'Ben', words: 'two words' })
    log.stop()
  })
  it('steps from operation to operation over the lines of days', async () => {
    desk(6)
    const log = new Log()
    await log.refresh()
    const first = log.current?.operation
    log.move(1)
    log.move(-1)
    expect(log.current?.operation).toBe(first)
    log.stop()
  })
})

describe('lines', () => {
  it('has a line before each day', () => {
    const lines = linesOf([
      operation(3, { at: '2026-03-02T10:00:00' }),
      operation(2, { at: '2026-03-02T09:00:00' }),
      operation(1, { at: '2026-03-01T09:00:00' }),
    ])
    expect(lines.map((line) => ('day' in line ? line.day : line.operation.sequence))).toEqual([
      '2026-03-02',
      3,
      2,
      '2026-03-01',
      1,
    ])
  })
  it('takes the day from where the reviewer is', () => expect(localDay('2026-03-01T12:00:00')).toBe('2026-03-01'))
})

describe('what a summary quotes', () => {
  it.each([
    ['Recorded “Trade came to 800 million”', 'Trade came to 800 million'],
    ['Verdict disputed for "Four helicopters"', 'Four helicopters'],
    ['Imported 5 documents', null],
  ])('%j', (summary, words) => expect(quotedWords(summary)).toBe(words))
})

describe('a day', () => {
  it('is from midnight to midnight where the reviewer is', () => {
    const { from, until } = boundsOf('2026-03-01')
    expect([from, until].map((at) => new Date(at ?? '').toString().slice(0, 21))).toEqual([
      'Sun Mar 01 2026 00:00',
      'Mon Mar 02 2026 00:00',
    ])
    expect(boundsOf('')).toEqual({ from: null, until: null })
  })
})

describe('what changed in a claim', () => {
  const claim = (given: Partial<ClaimThen>): ClaimThen => ({
    statement: 'Trade grew.',
    passages: ['trade grew'],
    question: null,
    value: null,
    period: null,
    place: null,
    stance: 'affirms',
    attributed_to: null,
    distance: null,
    kind: null,
    tags: [],
    credibility: null,
    note: null,
    verdict: 'unreviewed',
    ...given,
  })
  const past = (before: ClaimThen | null, after: ClaimThen | null, now: ClaimThen | null) =>
    changedIn({ claim: 'c', document: null, before, after, now } as ClaimPast)

  it('is told field by field, with what it is now where that is otherwise', () =>
    expect(
      past(
        claim({}),
        claim({ statement: 'It grew.', tags: ['a', 'b'] }),
        claim({ statement: 'It fell.', tags: ['a', 'b'] }),
      ),
    ).toEqual([
      { field: 'statement', before: 'Trade grew.', after: 'It grew.', now: 'It fell.' },
      { field: 'tags', before: '', after: 'a, b', now: null },
    ]))
  it('is what a new claim says', () =>
    expect(past(null, claim({ place: 'Orsk' }), null).map((row) => row.field)).toEqual([
      'statement',
      'passages',
      'place',
      'stance',
    ]))
})
