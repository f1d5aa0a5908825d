import { beforeEach, describe, expect, it } from 'vitest'
import { project } from '../../state/project.svelte'
import type { Block, Mark, OpenDocument, OpenSuggestion } from '../../types'
import { Reader } from './reader.svelte'

const TEXT = 'Nine trucks crossed. Ten came back.'
const FIRST = { kind: 'paragraph', level: 0, start: 0, end: 20, mark: null } as Block
const SECOND = { kind: 'paragraph', level: 0, start: 21, end: 35, mark: null } as Block
const mark = (claim: string, start: number, end: number) =>
  ({ claim, ranges: [[start, end]], stance: 'affirms', verdict: 'unreviewed', disagreements: [] as string[] }) as Mark
const page = (marks: Mark[]) =>
  ({
    document: { document: 'd' },
    edition: 'e',
    text: TEXT,
    blocks: [FIRST, SECOND],
    references: [],
    suggestions: [] as OpenSuggestion[],
    marks,
  }) as unknown as OpenDocument

let reader: Reader
beforeEach(() => {
  project.open = page([mark('a', 21, 34)])
  reader = new Reader()
})

const marked = (block: Block) =>
  reader.segmentsOf(block).flatMap(({ text, marks }) => marks.map((one) => [text, one.claim, one.stance]))

describe('the mark of a claim that is being recorded', () => {
  it('is on the page before the desktop has answered, and goes where the claim was refused', () => {
    reader.record([0, 11], 'denies')
    expect(marked(FIRST)).toEqual([['Nine trucks', '', 'denies']])
    expect(marked(SECOND)).toEqual([['Ten came back', 'a', 'affirms']])
    reader.recorded(null)
    expect(marked(FIRST)).toEqual([])
  })

  it('stays until the page has that of the claim, whichever answer comes first', () => {
    reader.record([0, 11], 'denies')
    reader.recorded('b')
    expect(marked(FIRST)).toEqual([['Nine trucks', '', 'denies']])
    expect(reader.arrived).toBe(false)
    project.open = page([mark('a', 21, 34), mark('b', 0, 11)])
    expect(marked(FIRST)).toEqual([['Nine trucks', 'b', 'affirms']])
    expect(reader.arrived).toBe(true)

    reader.record([0, 4], 'denies')
    project.open = page([mark('a', 21, 34), mark('b', 0, 11), mark('c', 0, 4)])
    expect(marked(FIRST).map(([, claim]) => claim)).toEqual(['c', 'b', 'b'])
    expect(reader.arrived).toBe(true)
  })

  it('is known by its id where the claim rests on fewer words than were asked for', () => {
    reader.record([0, 12], 'affirms')
    project.open = page([mark('a', 21, 34), mark('b', 0, 11)])
    expect(reader.arrived).toBe(false)
    reader.recorded('b')
    expect(marked(FIRST)).toEqual([['Nine trucks', 'b', 'affirms']])
  })

  it('stands beside a claim that rests on the very same words already', () => {
    reader.record([21, 34], 'denies')
    expect(marked(SECOND).map(([, claim]) => claim)).toEqual(['a', ''])
    reader.turn()
    expect(marked(SECOND).map(([, claim]) => claim)).toEqual(['a'])
  })
})

describe('a block', () => {
  it('is gone through again where something in it changed, and only there', () => {
    const [first, second] = [reader.segmentsOf(FIRST), reader.segmentsOf(SECOND)]
    reader.record([0, 11], 'affirms')
    expect(reader.segmentsOf(SECOND)).toBe(second)
    expect(reader.segmentsOf(FIRST)).not.toBe(first)
    // Another text is another page, also where nothing of a block seems to have changed.
    project.open = { ...page([mark('a', 21, 34)]), text: `${TEXT} So they said.` }
    expect(reader.segmentsOf(SECOND)).not.toBe(second)
  })
})
