import { describe, expect, it } from 'vitest'
import * as api from '$lib/api'
import type { Operation } from '$lib/types'
import { linesOf, localDay, Log, quotedWords } from './log.svelte'

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
  const asked: unknown[] = []
  const all = Array.from({ length: count }, (_, at) => operation(count - at, of(count - at)))
  api.standIn({
    invoke: <T>(_: string, args: Record<string, unknown> = {}) => {
      asked.push(args.before)
      const from = all.filter((row) => args.before === null || Number(row.sequence) < Number(args.before))
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
    expect(asked).toEqual([null, 251, 51])
    expect([log.operations.length, log.ended]).toEqual([450, true])
    log.stop()
  })
  it('looks further where a filter leaves little', async () => {
    desk(900, (sequence) => ({ reviewer: sequence < 30 ? 'Ben' : 'Ada' }))
    const log = new Log()
    await log.refresh()
    log.reviewer = 'Ben'
    await log.fill()
    expect(log.listed).toHaveLength(29)
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
