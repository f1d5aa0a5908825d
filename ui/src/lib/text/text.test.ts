import { describe, expect, it } from 'vitest'
import type { Mark, OpenSuggestion } from '../types'
import { beside } from './beside'
import { pointOf, rangeOf, rangesOf } from './dom'
import { hiddenIn, visible } from './hidden'
import { cutAround, parts } from './hits'
import { CodePoints } from './offsets'
import { segments, spread, touching } from './segments'
import { tablesIn } from './tables'
import { nearestStop, nextStop } from './words'

const mark = (claim: string, ...ranges: [number, number][]): Mark => ({
  claim,
  ranges,
  statement: claim,
  stance: 'affirms',
  verdict: 'unreviewed',
  answer: null,
  question: null,
  question_text: null,
  disagreements: [],
  awaits: false,
  page: null,
})
const suggestion = (start: number, end: number) => ({ suggestion: `${start}`, start, end }) as OpenSuggestion

describe('segments', () => {
  it('cuts where marks overlap, and the shortest comes first', () => {
    const list = segments(
      new CodePoints('abcdefgh'),
      0,
      8,
      spread([mark('long', [1, 7]), mark('short', [3, 5])]),
      [],
      [],
    )
    expect(list.map((one) => [one.text, one.marks.map((each) => each.claim).join(' ')])).toEqual([
      ['a', ''],
      ['bc', 'long'],
      ['de', 'short long'],
      ['fg', 'long'],
      ['h', ''],
    ])
  })
  it('counts code points and keeps every character', () => {
    const text = 'x🚢y\u202ez👩‍👧.'
    const points = new CodePoints(text)
    const list = segments(
      points,
      0,
      points.length,
      spread([mark('a', [1, 2])]),
      [suggestion(2, 5)],
      [{ at: 3, mark: '7' }],
    )
    expect(list.map((one) => one.text).join('')).toBe(text)
    expect(list.find((one) => one.marks.length)?.text).toBe('🚢')
    expect(list.find((one) => one.hidden)).toMatchObject({ start: 3, end: 4, hidden: 'RLO', note: '7' })
  })
  it('shows a footnote called at the very end', () => {
    const list = segments(new CodePoints('ab'), 0, 2, [], [], [{ at: 2, mark: '*' }])
    expect(list.at(-1)).toMatchObject({ text: '', note: '*' })
  })
  it('finds a passage that starts before the stretch', () => {
    const list = spread([mark('a', [0, 90]), mark('b', [40, 45]), mark('c', [95, 99])])
    expect(touching(list, 50, 60, 90).map((one) => one.mark.claim)).toEqual(['a'])
    expect(touching(list, 41, 96, 90).map((one) => one.mark.claim)).toEqual(['a', 'b', 'c'])
  })
})

describe('hidden characters', () => {
  it('are named, except joiners a script needs', () => {
    expect(hiddenIn('a\u200bb\u202e').map((one) => one.sign)).toEqual(['ZWSP', 'RLO'])
    expect(hiddenIn('می\u200cروم')).toEqual([])
    expect(hiddenIn('👩\u200d👧')).toEqual([])
    expect(hiddenIn('pay\u200dpal').map((one) => one.sign)).toEqual(['ZWJ'])
    expect(visible('in\u00advoice \u202efdp')).toBe('in⟨SHY⟩voice ⟨RLO⟩fdp')
  })
})

describe('cards beside a text', () => {
  it('stay where they want to be while there is room', () => {
    expect(
      beside([
        { top: 0, height: 40 },
        { top: 100, height: 40 },
      ]),
    ).toEqual([0, 100])
  })
  it('share the way when they would overlap', () => {
    expect(
      beside(
        [
          { top: 100, height: 40 },
          { top: 100, height: 40 },
        ],
        0,
      ),
    ).toEqual([80, 120])
  })
  it('never overlap, never stand above the start', () => {
    const cards = [0, 1, 3, 3, 50, 51, 400, 401, 402].map((top) => ({ top, height: 40 }))
    const tops = beside(cards, 6)
    expect(tops[0]).toBe(0)
    for (let at = 1; at < tops.length; at++) expect(tops[at]).toBeGreaterThanOrEqual((tops[at - 1] ?? 0) + 46)
  })
})

describe('the page and the text', () => {
  const root = document.createElement('div')
  root.innerHTML =
    '<p data-block="0"><span data-at="10">a🚢b</span><mark data-at="13">cd</mark></p><p data-block="1"><span data-at="17">ef</span></p>'
  document.body.append(root)
  const [first, second] = root.querySelectorAll('p')
  const text = (selector: string) => root.querySelector(selector)?.firstChild as Text

  it('takes a place in a text node for its code point', () => {
    expect(pointOf(root, text('[data-at="10"]'), 3)).toBe(12)
    expect(pointOf(root, text('[data-at="13"]'), 1)).toBe(14)
  })
  it('takes a place between elements for the segment there', () => {
    expect(pointOf(root, first as Node, 1)).toBe(13)
    expect(pointOf(root, first as Node, 2)).toBe(15)
    expect(pointOf(root, second as Node, 0)).toBe(17)
    expect(pointOf(root, document.body, 0)).toBe(null)
  })
  it('makes a range over several segments', () => {
    expect(rangeOf(root, 11, 14)?.toString()).toBe('🚢bc')
    expect(rangeOf(root, 14, 18)?.toString()).toBe('de')
    expect(rangeOf(root, 40, 50)).toBe(null)
  })
  it('makes the ranges of several stretches, and none of what is not rendered', () => {
    const ranges = rangesOf(root, [
      [11, 14],
      [40, 50],
      [17, 18],
    ])
    expect(ranges.map(String)).toEqual(['🚢bc', 'e'])
  })
})

describe('hits', () => {
  it('marks the words and loses nothing', () => {
    expect(parts('Wool (and) wool', 'wool (').map((one) => [one.text, one.hit])).toEqual([
      ['Wool', true],
      [' ', false],
      ['(', true],
      ['and) ', false],
      ['wool', true],
    ])
    expect(cutAround('short', 'x')).toBe('short')
    expect(cutAround(`${'word '.repeat(60)}needle ${'word '.repeat(60)}`, 'needle')).toContain('needle')
  })
})

describe('word stops', () => {
  const text = 'Wool cost $800, then less.'
  it.each([
    [4, 'end', 1, 9],
    [9, 'end', 1, 11],
    [11, 'end', 1, 14],
    [14, 'end', 1, 15],
    [15, 'end', -1, 14],
    [4, 'end', -1, null],
    [26, 'end', 1, null],
    [0, 'start', -1, null],
    [0, 'start', 1, 5],
    [5, 'start', 1, 10],
    [16, 'start', -1, 14],
    [7, 'start', -1, 5],
  ] as const)('from %i the %s goes by %i to %s', (at, edge, by, stop) =>
    expect(nextStop(text, at, edge, by)).toBe(stop),
  )
})

describe('an end that is dragged', () => {
  it('stands at the word nearest to the pointer', () => {
    const text = 'wool, hides and felt'
    const end = (at: number) => text.slice(0, nearestStop(text, at, 'end') ?? 0)
    expect([0, 4, 5, 9, 14, 20].map(end)).toEqual(['wool', 'wool', 'wool,', 'wool, hides', 'wool, hides and', text])
    expect([0, 7, 15, 19].map((at) => text.slice(nearestStop(text, at, 'start') ?? 0))).toEqual([
      text,
      'hides and felt',
      'felt',
      'felt',
    ])
  })
})

describe('tables', () => {
  const table = (...rows: string[]) => {
    const blocks = rows.map((_, at) => ({ kind: 'row', level: 0, start: at, end: at + 1, mark: null }) as const)
    return tablesIn(blocks, (block) => rows[block.start] ?? '').get(0)
  }
  it('are rows that follow one another; columns as wide as their words, figures told', () => {
    expect(table('Year\tWestern ledger', '2016\t410 m', '2017\t620 m')).toEqual({
      first: 0,
      columns: [5, 14],
      figures: [true, true],
      headed: true,
    })
  })
  it('have no head where the first row is like the others', () => {
    expect(table('Orsk\t410', 'Karsa\t355')?.headed).toBe(false)
    expect(table('wool\thides', 'felt\tore')?.headed).toBe(false)
  })
  it('may be headed by years', () => {
    expect(table('Place\t2016\t2017', 'Orsk\t410\t–', 'Karsa\t1,355\t2.5 m')).toMatchObject({
      headed: true,
      figures: [false, true, true],
    })
  })
  it('end where other text stands between', () => {
    const kinds = ['row', 'paragraph', 'row', 'row'] as const
    const blocks = kinds.map((kind, at) => ({ kind, level: 0, start: at, end: at + 1, mark: null }))
    const found = tablesIn(blocks, () => 'a\tb')
    expect([...found].map(([at, { first }]) => [at, first])).toEqual([
      [0, 0],
      [2, 2],
      [3, 2],
    ])
  })
})
