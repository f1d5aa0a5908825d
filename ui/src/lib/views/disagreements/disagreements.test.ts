import { afterEach, describe, expect, it } from 'vitest'
import * as api from '$lib/api'
import type {
  Claim,
  Disagreement,
  DisagreementPage,
  DisagreementQuery,
  Quantity,
  Reason,
  Side,
  Value,
} from '$lib/types'
import { compared } from './compared'
import { paragraphs } from './marks'
import { bars, Triage } from './triage.svelte'
import { differing } from './words'

const value = (low: number, unit = 'soldier'): Value => ({
  low,
  high: low,
  unit,
  per: null,
  hedge: 'exact',
  change: null,
})
const reading = {
  quantities: [],
  periods: [],
  polarity: 'affirmed',
  modality: 'actual',
  attributed_to: [],
} as Claim['reading']

function claim(given: Partial<Claim>): Claim {
  return {
    claim: 'c',
    stance: 'affirms',
    kind: null,
    place: null,
    period: null,
    value: null,
    passages: [],
    reading,
    ...given,
  } as Claim
}
const dis = (kinds: Reason['kind'][], given: Partial<Disagreement> = {}): Disagreement =>
  ({
    disagreement: 'd',
    claims: ['a', 'b'],
    reasons: kinds.map((kind) => ({ kind, detail: '' })),
    internal: false,
    status: 'open',
    severity: 0.5,
    ...given,
  }) as Disagreement

describe('the words that differ', () => {
  const cut = (mine: string, theirs: string) =>
    differing(mine, theirs).map(({ start, end }) => [...mine].slice(start, end).join(''))
  it.each([
    ['the deal was not signed in spring', 'the deal was signed in spring', ['not']],
    ['the deal was signed', 'the deal was signed', []],
    ['Four grey helicopters were delivered', 'Six helicopters were delivered', ['Four grey']],
    ['rain fell all night on the hills', 'the minister denied any contact', []],
    ['🚁 not four were handed over', 'four were handed over', ['not']],
    ['', 'anything', []],
  ])('in %j against %j', (mine, theirs, expected) => expect(cut(mine, theirs)).toEqual(expected))
})

describe('the marked context', () => {
  // Code points: the first character is outside the basic plane, so UTF-16 offsets would be off by one.
  const context = '🚁 Before.\nAbout 200 soldiers met there.\n\nAfter.'
  const at = (words: string) => [...context.slice(0, context.indexOf(words))].length + 100
  const span = (words: string): { start: number; end: number; text: string } => ({
    start: at(words),
    end: at(words) + words.length,
    text: words,
  })
  const quantity = {
    ...span('About 200'),
    low: 200,
    high: 200,
    unit: 'soldier',
    dimension: 'count',
    per: null,
    hedge: 'approx',
    change: null,
  } as Quantity
  const side = (given: Partial<Claim> = {}): Side =>
    ({
      claim: claim({
        value: value(200),
        passages: [
          {
            ...span('About 200 soldiers met there'),
            exact: 'About 200 soldiers met there',
            prefix: '',
            suffix: '',
            edition: 'e',
            page: null,
            older: false,
            awaits: null,
          },
        ],
        reading: { ...reading, quantities: [quantity] },
        ...given,
      }),
      context,
      context_start: 100,
    }) as Side

  it('keeps every word and marks the value that differs', () => {
    const pieces = paragraphs(side(), side(), dis(['value']))
    expect(pieces.map((paragraph) => paragraph.map((piece) => piece.text).join(''))).toEqual([
      '🚁 Before.',
      'About 200 soldiers met there.',
      'After.',
    ])
    expect(pieces[1]).toEqual([
      { kind: 'differs', text: 'About 200' },
      { kind: 'passage', text: ' soldiers met there' },
      { kind: 'context', text: '.' },
    ])
  })
  it('leaves the value quiet where something else differs', () => {
    expect(paragraphs(side(), side(), dis(['period']))[1]?.[0]).toEqual({ kind: 'field', text: 'About 200' })
  })
  it('marks every figure where the reviewer holds another value', () => {
    expect(paragraphs(side({ value: value(220) }), side(), dis(['value']))[1]?.[0]?.kind).toBe('differs')
  })
})

describe('fields compared', () => {
  const outcomes = (a: Claim, b: Claim, one = dis(['value'])) =>
    Object.fromEntries(compared(a, b, one).map((field) => [field.field, field.outcome]))
  it('tells what differs, what is the same, and what is not said', () => {
    const a = claim({ value: value(200), place: 'near Karsa' })
    const b = claim({ value: value(400, 'troop'), place: 'Near Karsa', stance: 'reports' })
    expect(outcomes(a, b)).toEqual({
      thing: 'taken',
      place: 'same',
      period: 'unstated',
      value: 'differs',
      stance: 'weaker',
    })
  })
  it('tells overlapping periods from disjoint ones', () => {
    const year = { edtf: '2016', from: '2016-01-01', to: '2016-12-31', relation: 'in', hedge: 'exact' } as const
    const month = { edtf: '2016-09', from: '2016-09-01', to: '2016-09-30', relation: 'in', hedge: 'exact' } as const
    const later = { edtf: '2018', from: '2018-01-01', to: '2018-12-31', relation: 'in', hedge: 'exact' } as const
    expect(outcomes(claim({ period: year }), claim({ period: month })).period).toBe('overlaps')
    expect(outcomes(claim({ period: year }), claim({ period: later })).period).toBe('differs')
    expect(outcomes(claim({ period: year }), claim({})).period).toBe('one-sided')
  })
  it('takes a denial for a difference', () =>
    expect(outcomes(claim({}), claim({ stance: 'denies' }), dis(['stance'])).stance).toBe('differs'))
})

describe('triage', () => {
  let triage: Triage
  const rows = () => [
    dis([], { disagreement: 'd1' as never, severity: 0.9 }),
    dis([], { disagreement: 'd2' as never, severity: 0.6 }),
    dis([], { disagreement: 'd3' as never, severity: 0.1, internal: true }),
  ]
  function page(list: Disagreement[], query: DisagreementQuery): DisagreementPage {
    const listed = list.filter((one) => one.status === query.status)
    const from = listed.findIndex((one) => one.disagreement === query.after) + 1
    const disagreements = structuredClone(listed.slice(from, from + (query.limit ?? 200)))
    const many = (status: string) => list.filter((one) => one.status === status).length
    return {
      disagreements,
      next: from + disagreements.length < listed.length ? (disagreements.at(-1)?.disagreement ?? null) : null,
      counts: { open: many('open'), confirmed: many('confirmed'), dismissed: many('dismissed') },
    }
  }
  function desk(list = rows()) {
    const decided: unknown[] = []
    api.standIn({
      invoke: <T>(command: string, args: Record<string, unknown> = {}) => {
        if (command === 'disagreement_decide') {
          decided.push([args.disagreement, args.status, args.rationale])
          const row = list.find((one) => one.disagreement === args.disagreement)
          if (row) row.status = args.status as Disagreement['status']
        }
        const answer =
          command === 'disagreements'
            ? page(list, args.query as DisagreementQuery)
            : command === 'disagreement_open'
              ? {
                  disagreement: list.find((one) => one.disagreement === args.disagreement),
                  sides: [{ claim: claim({}) }, { claim: claim({}) }],
                }
              : null
        return Promise.resolve(answer as T)
      },
      listen: () => Promise.resolve(() => {}),
    })
    return decided
  }
  afterEach(() => triage.stop())

  it('lists them as they come, and starts with the gravest', async () => {
    desk()
    triage = new Triage()
    await triage.start()
    expect([0, 1, 2].map((at) => triage.rows.at(at)?.disagreement)).toEqual(['d1', 'd2', 'd3'])
    expect(triage.current).toBe('d1')
  })
  it('takes up the next one after a decision and counts it', async () => {
    const decided = desk()
    triage = new Triage()
    await triage.start()
    await triage.decide('confirmed', null)
    expect(decided).toEqual([['d1', 'confirmed', null]])
    expect([triage.current, triage.decided, triage.total]).toEqual(['d2', 1, 3])
    await triage.move(1)
    await triage.dismissAs(2)
    expect(decided[1]).toEqual(['d3', 'dismissed', 'other period'])
    expect(triage.current).toBe('d2')
  })
  it('fetches a long list page by page, further where the keys or a goal lead', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => dis([], { disagreement: `d${n}` as never }))
    desk(many)
    triage = new Triage()
    await triage.start()
    expect([triage.rows.count, triage.rows.at(199)?.disagreement, triage.rows.at(200)]).toEqual([
      3000,
      'd199',
      undefined,
    ])
    await triage.choose('d199')
    await triage.move(1)
    expect([triage.current, triage.place]).toEqual(['d200', 200])
    await triage.decide('confirmed', null)
    expect([triage.current, triage.place, triage.rows.count]).toEqual(['d201', 200, 2999])
    triage.stop()
    triage = new Triage()
    await triage.start('d2500')
    expect([triage.current, triage.place]).toEqual(['d2500', 2499])
  })
  it('keeps the one in hand when the list is scrolled elsewhere and comes anew', async () => {
    desk(Array.from({ length: 3000 }, (_, n) => dis([], { disagreement: `d${n}` as never })))
    triage = new Triage()
    await triage.start('d2500')
    await triage.rows.see(0, 20)
    await triage.refresh()
    expect(triage.current).toBe('d2500')
  })
  it('takes up the one in its place when another window decides the one in hand', async () => {
    const list = rows()
    desk(list)
    triage = new Triage()
    await triage.start()
    await triage.move(1)
    Object.assign(list[1] ?? {}, { status: 'dismissed' })
    await triage.refresh()
    expect([triage.current, triage.place]).toEqual(['d3', 1])
  })
  it('asks for the rationale where no given reason fits', async () => {
    const decided = desk()
    triage = new Triage()
    await triage.start()
    await triage.dismissAs(5)
    expect([triage.asking, decided.length]).toEqual(['dismissed', 0])
  })
  it('leaving an open one goes on; leaving a decided one opens it again', async () => {
    const decided = desk()
    triage = new Triage()
    await triage.start()
    await triage.leave()
    expect([triage.current, decided.length]).toEqual(['d2', 0])
    await triage.decide('confirmed', null)
    await triage.show('confirmed')
    await triage.leave()
    expect(decided.at(-1)).toEqual(['d2', 'open', null])
  })
  it('shows what it was asked to, whatever its status', async () => {
    desk(rows().map((row, at) => (at === 1 ? { ...row, status: 'dismissed' } : row)))
    triage = new Triage()
    await triage.start('d2')
    expect([triage.filter, triage.current]).toEqual(['dismissed', 'd2'])
  })
  it('has three bars of severity', () => expect([0, 0.5, 0.9].map(bars)).toEqual([1, 2, 3]))
})
