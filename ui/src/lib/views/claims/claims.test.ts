import { afterEach, describe, expect, it, vi } from 'vitest'
import * as api from '$lib/api'
import type { Claim, ListedClaims, ClaimPlaces, ClaimQuery, CodebookEntry } from '$lib/types'
import { completed, completions, sent, written } from './cells'
import { moved, remember, remembered, resized, STANDARD, toggled } from './columns'
import { offers, take, type Key, type Known } from './complete'
import { ClaimRows } from './rows.svelte'
import { Selection } from './selection.svelte'

/** A desktop with so many claims, c0000, c0001 …, that notes what it was asked. */
function desk(count: number, total: number | null = count) {
  const asked: ClaimQuery[] = []
  const ids = Array.from({ length: count }, (_, at) => `c${String(at).padStart(5, '0')}`)
  api.standIn({
    invoke: <T>(command: string, args?: Record<string, unknown>) => {
      const query = args?.query as ClaimQuery
      const order = query.backwards ? ids.toReversed() : ids
      if (query.after !== undefined && !order.includes(query.after))
        return Promise.reject({ code: 'not_found', message: 'gone' })
      const from = query.after === undefined ? 0 : order.indexOf(query.after) + 1
      if (command === 'claim_places') {
        const walked = order.slice(from, from + (query.limit ?? 0))
        const nth = Number(args?.every)
        const places: ClaimPlaces = {
          claims: walked.filter((_, at) => (at + 1) % nth === 0),
          walked: walked.length,
          next: from + walked.length < order.length ? (walked.at(-1) ?? null) : null,
        }
        return Promise.resolve(places as T)
      }
      if (command !== 'claims') throw new Error(command)
      asked.push(query)
      const cut = order.slice(from, from + (query.limit ?? 200))
      const more = from + cut.length < order.length
      const page: ListedClaims = {
        claims: cut.map((claim) => ({ claim }) as Claim),
        next: more ? (cut.at(-1) ?? null) : null,
        total,
      }
      return Promise.resolve(page as T)
    },
    listen: () => Promise.resolve(() => {}),
  })
  return { asked, ids }
}

describe('the rows of a long list', () => {
  it('shows the first page at once and fetches what comes into sight', async () => {
    const { asked, ids } = desk(1000)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    expect([rows.count, asked.length]).toEqual([1000, 1])
    await rows.see(190, 230)
    expect(asked[1]).toMatchObject({ after: ids[199], limit: 200 })
    expect(rows.at(229)?.claim).toBe('c00229')
    await rows.see(200, 240)
    expect(asked).toHaveLength(2)
  })

  it('jumps to the end from behind, in one page', async () => {
    const { asked } = desk(100_000)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    await rows.see(99_960, 100_000)
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatchObject({ backwards: true })
    expect(asked[1]).not.toHaveProperty('after')
    expect([rows.at(99_999)?.claim, rows.at(99_960)?.claim]).toEqual(['c99999', 'c99960'])
  })

  it('jumps anywhere in one page, once the list is surveyed', async () => {
    const { asked, ids } = desk(100_000)
    const rows = new ClaimRows()
    await rows.open({ descending: false, order: 'value' })
    await rows.see(53_210, 53_260)
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatchObject({ after: ids[53_199], limit: 200 })
    expect(rows.at(53_259)?.claim).toBe('c53259')
  })

  it('jumps across a place it knows in one page, too', async () => {
    const { asked, ids } = desk(100_000)
    const rows = new ClaimRows()
    await rows.open({ descending: false, order: 'value' })
    await rows.see(53_390, 53_430)
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatchObject({ after: ids[53_599], backwards: true, limit: 209 })
    expect([rows.at(53_390)?.claim, rows.at(53_429)?.claim]).toEqual(['c53390', 'c53429'])
  })

  it('goes on from another place where a row it knew is gone', async () => {
    const { ids } = desk(3000)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    await rows.see(1000, 1030)
    ids.splice(999, 1)
    await rows.refresh(false)
    await rows.see(1000, 1030)
    expect([rows.count, rows.at(1000)?.claim]).toEqual([2999, 'c01001'])
  })

  it('counts what is not counted as it surveys', async () => {
    desk(70_000, null)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    await vi.waitFor(() => expect([rows.count, rows.total]).toEqual([70_000, 70_000]))
    await rows.see(69_000, 69_010)
    expect(rows.at(69_009)?.claim).toBe('c69009')
  })

  it('lets go of rows far away and gets them back', async () => {
    desk(40_000)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    for (let at = 0; at < 14_000; at += 200) await rows.see(at, at + 200)
    expect(rows.at(0)).toBeUndefined()
    await rows.see(0, 30)
    expect(rows.at(0)?.claim).toBe('c00000')
  })

  it('keeps the place when it is refreshed', async () => {
    desk(2000)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    await rows.see(700, 730)
    await rows.refresh()
    expect(rows.at(710)?.claim).toBe('c00710')
  })

  it('looks further into a list that begins anew only once its first page is here', async () => {
    desk(1000)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    let answer: (page: ListedClaims) => void = () => {}
    const claims = ['d00000', 'd00001'].map((claim) => ({ claim }) as Claim)
    const asked: string[] = []
    api.standIn({
      invoke: <T>(command: string) => {
        asked.push(command)
        if (asked.length > 1) return Promise.resolve({ claims, next: null, total: null } as T)
        return new Promise<ListedClaims>((done) => (answer = done)) as Promise<T>
      },
      listen: () => Promise.resolve(() => {}),
    })
    const opened = rows.open({ descending: false, search: 'verdict:disputed' })
    const seen = rows.see(900, 930)
    await vi.waitFor(() => expect(asked).toContain('claims'))
    answer({ claims, next: null, total: 2 })
    await Promise.all([opened, seen])
    expect([rows.count, rows.total, asked]).toEqual([2, 2, ['claims']])
  })

  it('tells a failure and keeps the rows there are', async () => {
    desk(10)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    api.standIn({
      invoke: () => Promise.reject({ code: 'invalid', message: 'verdict:maybe is no verdict' }),
      listen: () => Promise.resolve(() => {}),
    })
    await rows.open({ descending: false, search: 'verdict:maybe' })
    expect(rows.error?.message).toBe('verdict:maybe is no verdict')
    expect(rows.at(3)?.claim).toBe('c00003')
  })

  it('names every id of a listing', async () => {
    const { ids } = desk(2500)
    const rows = new ClaimRows()
    await rows.open({ descending: false })
    expect(await rows.everyId()).toEqual(ids)
  })
})

describe('selection', () => {
  const made = () =>
    new Selection(
      (index) => `c${index}`,
      () => 10,
    )
  it('acts on the row in hand where none is chosen', () => {
    const selection = made()
    selection.cursor = 4
    expect(selection.acting).toEqual(['c4'])
  })
  it('chooses a range from where it last stood alone, in both directions', () => {
    const selection = made()
    selection.to(4)
    selection.move(2, true)
    expect([...selection.chosen]).toEqual(['c4', 'c5', 'c6'])
    selection.to(3, 'range')
    expect([...selection.chosen].sort()).toEqual(['c3', 'c4'])
  })
  it('adds and takes away one', () => {
    const selection = made()
    selection.to(1)
    selection.to(5, 'toggle')
    selection.to(1, 'toggle')
    expect(selection.acting).toEqual(['c5'])
  })
  it('stays within the list', () => {
    const selection = made()
    selection.move(-3, false)
    expect(selection.cursor).toBe(0)
    selection.move(99, false)
    expect(selection.cursor).toBe(9)
  })
})

describe('completion', () => {
  const entry = (list: string, word: string): CodebookEntry => ({ list, word, definition: null })
  const known: Known = {
    codebook: [entry('tag', 'first hand'), entry('tag', 'energy'), entry('kind', 'trade volume')],
    documents: [],
    questions: [],
    sources: [{ source: 's1', name: 'Port Press', reliability: 'B', note: null, documents: 2 }],
    terms: { place: ['Fiji', 'Samoa'], unit: ['USD'] },
  }
  const hints = {} as Record<Key, string>
  const labels = (text: string) => offers(text, text.length, known, hints).map((offer) => offer.label)

  it.each([
    ['ver', ['verdict:']],
    ['-st', ['-stance:']],
    ['verdict:dis', ['disputed']],
    ['verdict:disputed,unv', ['unverifiable']],
    ['tag:', ['first hand', 'energy']],
    ['stance:affirms', []],
    ['trade of', []],
    ['period:2014', []],
    ['source:po', ['Port Press']],
    ['place:', ['Fiji', 'Samoa']],
    ['-unit:u', ['USD']],
    ['credited:', []],
  ])('offers after %j: %j', (text, expected) => expect(labels(text)).toEqual(expected))

  it('offers every key in an empty field', () => expect(labels('')).toHaveLength(12))

  it('quotes what has spaces and goes on after it', () => {
    const text = 'trade tag:fir'
    const [offer] = offers(text, text.length, known, hints)
    expect(offer && take(text, offer)).toEqual({ text: 'trade tag:"first hand" ', caret: 23 })
  })

  it('keeps the values before a comma', () => {
    const text = 'verdict:disputed,unv'
    const [offer] = offers(text, text.length, known, hints)
    expect(offer && take(text, offer).text).toBe('verdict:disputed,unverifiable ')
  })
})

describe('columns', () => {
  afterEach(() => localStorage.clear())
  it('shows its standard columns side by side at 1280 px', () => {
    const mark = 28
    const edges = 24
    expect(STANDARD.reduce((sum, column) => sum + column.width, mark + edges)).toBeLessThanOrEqual(1280)
  })

  it('keeps order and widths on this machine', () => {
    const changed = resized(moved(STANDARD, 'verdict', -9), 'verdict', 20)
    expect(changed[0]).toEqual({ id: 'verdict', width: 56 })
    remember(changed)
    expect(remembered()).toEqual(changed)
  })
  it('shows the standard ones where what is kept cannot be read', () => {
    localStorage.setItem('gainsay.claims.columns', '{"no": "list"}')
    expect(remembered()).toEqual(STANDARD)
    localStorage.setItem('gainsay.claims.columns', 'not json')
    expect(remembered()).toEqual(STANDARD)
  })
  it('never takes the statement away', () => {
    expect(toggled(STANDARD, 'statement')).toEqual(STANDARD)
    expect(toggled(STANDARD, 'stance').some((column) => column.id === 'stance')).toBe(false)
    expect(toggled(STANDARD, 'kind').at(-1)?.id).toBe('kind')
  })
})

describe('a cell', () => {
  const claim = {
    statement: 'Trade came to 800 million dollars.',
    value: { low: 8e8, high: 8e8, unit: 'USD', per: null, hedge: 'approx', change: null },
    period: null,
    stance: 'affirms',
    attributed_to: null,
    question_text: 'How large was trade?',
    kind: null,
    tags: ['key', 'trade'],
    place: 'Orsk',
  } as unknown as Claim

  it.each([
    ['value', 'about 800 million USD'],
    ['period', ''],
    ['tags', 'key, trade'],
    ['question', 'How large was trade?'],
    ['credited', ''],
    ['place', 'Orsk'],
  ] as const)('opens %s as %j', (cell, words) => expect(written(claim, cell)).toBe(words))

  it.each([
    // A unit that stays is sent as it is; another is read from the words.
    ['value', 'at least 900 million USD', { value: 'at least 900 million', unit: 'USD' }],
    ['value', '900 million euros', { value: '900 million euros' }],
    ['value', ' ', { value: '' }],
    ['tags', 'key, , key,new one', { tags: ['key', 'new one'] }],
    ['question', '', { question: { text: '' } }],
    ['credited', ' the ministry ', { attributed_to: 'the ministry' }],
    ['statement', 'Trade stood still.', { statement: 'Trade stood still.' }],
  ] as const)('sends %s %j', (cell, words, fields) => expect(sent(claim, cell, words)).toEqual(fields))

  it('completes tags one by one, other words whole', () => {
    expect(completions('key, tr', 'tags', ['trade', 'late trade', 'key'])).toEqual(['trade', 'late trade'])
    expect(completed('key, tr', 'tags', 'trade')).toBe('key, trade')
    expect(completed('Or', 'place', 'Orsk')).toBe('Orsk')
  })
})
