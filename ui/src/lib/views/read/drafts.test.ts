import { describe, expect, it } from 'vitest'
import { draftsOf, keptWith, type Draft } from './drafts'
import { blank } from './fields'

const draft = (statement: string, start: number): Draft => ({
  document: 'd',
  claim: null,
  passage: { start, end: start + 5, text: 'words' },
  fields: { ...blank(), statement },
  initial: blank(),
})
const said = (body: string | null, window: string, windows: string[]) => {
  const { open, waiting } = draftsOf(body, window, windows)
  return [open?.fields.statement ?? null, waiting.map((one) => one.fields.statement)]
}

describe('drafts of two windows on one document', () => {
  const both = ['main', 'window-2']
  const first = keptWith(null, { open: draft('one', 0), waiting: [draft('aside', 20)] }, 'main', [])
  const second = keptWith(first, { open: draft('two', 40), waiting: [] }, 'window-2', [])

  it('leave each other alone', () => {
    expect(said(second, 'main', both)).toEqual(['one', ['aside']])
    expect(said(second, 'window-2', both)).toEqual(['two', []])
    const saved = keptWith(second, { open: null, waiting: [] }, 'main', [])
    expect(said(saved, 'window-2', both)).toEqual(['two', []])
  })
  it('of a window that is gone wait for whoever opens the document', () => {
    expect(said(second, 'main', ['main'])).toEqual(['one', ['aside', 'two']])
    // The other window closed since: what it left is not thrown away by who never saw it.
    const typed = keptWith(second, { open: draft('one', 0), waiting: [draft('aside', 20)] }, 'main', [])
    expect(said(typed, 'main', ['main'])).toEqual(['one', ['two', 'aside']])
    const { taken: over } = draftsOf(second, 'main', ['main'])
    const taken = keptWith(second, { open: draft('one', 0), waiting: [draft('two', 40)] }, 'main', over)
    expect(said(taken, 'main', ['main'])).toEqual(['one', ['two']])
  })
  it('are gone when nothing is half filled, and an unknown shape is none', () => {
    expect(keptWith(first, { open: null, waiting: [] }, 'main', [])).toBeNull()
    expect(said('{"open":1}', 'main', ['main'])).toEqual([null, []])
    expect(said('no', 'main', ['main'])).toEqual([null, []])
  })
})
