import { describe, expect, it } from 'vitest'
import type { Changes, Document, DocumentAnew, Mark, OpenDocument, OpenSuggestion } from '../types'
import { concerned, withAnew } from './page'

const mark = (claim: string, start: number | null, question: string | null = null) =>
  ({ claim, ranges: start === null ? [] : [[start, start + 5]], question }) as Mark
const suggestion = (id: string, dismissed = false) => ({ suggestion: id, dismissed }) as OpenSuggestion
const document = { document: 'd', claims: 2 } as Document
const open = {
  document,
  edition: 'e1',
  text: 'as it was',
  marks: [mark('a', 10, 'q1'), mark('b', 30, 'q2'), mark('c', 50)],
  suggestions: [suggestion('s1'), suggestion('s2', true)],
  relations: [],
} as unknown as OpenDocument
const changes = (given: Partial<Changes>): Changes => ({
  kind: 'x',
  summary: '',
  said: null,
  documents: [],
  claims: [],
  questions: [],
  disagreements: [],
  lists: false,
  undo: null,
  redo: null,
  ...given,
})
const anew = (given: Partial<DocumentAnew>): DocumentAnew => ({
  document,
  edition: 'e1',
  marks: [],
  suggestions: [
    ['s1', false],
    ['s2', true],
  ],
  relations: [],
  ...given,
})
const claims = (page: OpenDocument | null) => page?.marks.map((one) => one.claim)

describe('what a change concerns on the page', () => {
  it('is its own claims, and those whose question it names', () => {
    expect(concerned(open, changes({ claims: ['b'] }))).toEqual(['b'])
    expect(concerned(open, changes({ questions: ['q1'], claims: ['elsewhere'] }))).toEqual(['elsewhere', 'a'])
    expect(concerned(open, changes({ documents: ['d'], claims: ['new'] }))).toEqual(['new'])
    expect(concerned(open, changes({ documents: ['d'] }))).toEqual([])
  })
  it('is nothing where it names neither the document nor a claim or question of it', () => {
    expect(concerned(open, changes({ claims: ['elsewhere'], documents: ['other'], questions: ['q9'] }))).toBeNull()
  })
})

describe('what came anew', () => {
  it('takes its place among what stays, which is the very same', () => {
    const page = withAnew(open, ['new', 'b'], anew({ marks: [mark('b', 60), mark('new', 20)] }))
    expect(claims(page)).toEqual(['a', 'new', 'c', 'b'])
    expect(page?.marks[0]).toBe(open.marks[0])
    expect(page?.text).toBe(open.text)
    expect(page?.suggestions[0]).toBe(open.suggestions[0])
  })
  it('leaves out what was asked for and is gone', () => {
    expect(claims(withAnew(open, ['a'], anew({})))).toEqual(['b', 'c'])
  })
  it('puts first what stands nowhere in this edition', () => {
    expect(claims(withAnew(open, ['c'], anew({ marks: [mark('c', null)] })))).toEqual(['c', 'a', 'b'])
  })
  it('follows suggestions: claimed ones go, waved off ones stay so', () => {
    const page = withAnew(open, [], anew({ suggestions: [['s2', false]] }))
    expect(page?.suggestions).toEqual([suggestion('s2', false)])
  })
  it('is not enough where the text is another, or a suggestion came back that is not here', () => {
    expect(withAnew(open, [], anew({ edition: 'e2' }))).toBeNull()
    expect(withAnew(open, [], anew({ suggestions: [['s9', false]] }))).toBeNull()
  })
})
