import { describe, expect, it } from 'vitest'
import * as api from '$lib/api'
import { project } from '$lib/state/project.svelte'
import type { Anchoring, AnchorDecision } from '$lib/types'
import { Queue } from './queue.svelte'

const anchoring = (n: number, given: Partial<Anchoring> = {}): Anchoring =>
  ({
    anchoring: `a${n}`,
    document: n < 2 ? 'one' : 'two',
    claim: `c${n}`,
    fate: 'figure_changed',
    state: 'pending',
    new: {},
    others: [],
    ...given,
  }) as never

function desk(rows: Anchoring[]) {
  let left = rows
  const decided: [string, AnchorDecision][] = []
  api.standIn({
    invoke: <T>(command: string, args: Record<string, unknown> = {}) => {
      if (command === 'anchoring_decide') {
        decided.push([args.anchoring as string, args.decision as AnchorDecision])
        left = left.filter((row) => row.anchoring !== args.anchoring)
        return Promise.resolve(null as T)
      }
      const query = args.query as { limit: number; after?: string }
      const from = query.after ? left.findIndex((row) => row.anchoring === query.after) + 1 : 0
      const page = left.slice(from, from + query.limit)
      const next = from + page.length < left.length ? (page.at(-1)?.anchoring ?? null) : null
      return Promise.resolve({ anchorings: page, next, pending: left.length, queued: rows.length } as T)
    },
    listen: () => Promise.resolve(() => {}),
  })
  return decided
}

describe('the queue of a newer edition', () => {
  it('takes up the document that was asked for', async () => {
    desk([0, 1, 2, 3].map((n) => anchoring(n)))
    const queue = new Queue()
    await queue.start('two')
    expect(queue.current).toBe('a2')
    queue.move(-1)
    expect(queue.row?.anchoring).toBe('a1')
    queue.stop()
  })
  it('hands over the next one when one is decided, and the last when there is no next', async () => {
    const decided = desk([0, 1, 2].map((n) => anchoring(n)))
    const queue = new Queue()
    await queue.start()
    queue.move(1)
    await queue.accept()
    expect([queue.current, queue.pending, queue.queued]).toEqual(['a2', 2, 3])
    await queue.decide('keep')
    expect(queue.current).toBe('a0')
    await queue.decide('remove')
    expect([queue.current, queue.rows.length, queue.row]).toEqual([null, 0, null])
    expect(decided).toEqual([
      ['a1', 'accept'],
      ['a2', 'keep'],
      ['a0', 'remove'],
    ])
    queue.stop()
  })
  it('accepts nothing where no place was found, and takes a place only where there is one', async () => {
    const lost = anchoring(0, { fate: 'lost', new: null, others: [{ start: 4, end: 9, context: '', page: null }] })
    const decided = desk([lost])
    const queue = new Queue()
    await queue.start()
    await queue.accept()
    await queue.takeOther(2)
    expect(decided).toEqual([])
    await queue.takeOther(1)
    expect(decided).toEqual([['a0', { place: [4, 9] }]])
    queue.stop()
  })
  it('fetches on near the end of what it has', async () => {
    desk(Array.from({ length: 250 }, (_, n) => anchoring(n)))
    const queue = new Queue()
    await queue.start()
    expect(queue.rows).toHaveLength(100)
    await queue.see(20)
    expect(queue.rows).toHaveLength(100)
    await queue.see(98)
    await queue.see(198)
    expect(queue.rows).toHaveLength(250)
    queue.stop()
  })
  it('asks again when a change concerns passages', async () => {
    desk([anchoring(0)])
    const queue = new Queue()
    await queue.start()
    desk([anchoring(0), anchoring(1)])
    await project.changed({
      kind: 'undo',
      summary: '',
      said: null,
      documents: ['one'],
      claims: [],
      questions: [],
      disagreements: [],
      lists: false,
      undo: null,
      redo: null,
    })
    await new Promise((done) => setTimeout(done))
    expect(queue.rows).toHaveLength(2)
    queue.stop()
  })
})
