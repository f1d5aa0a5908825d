// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../messages/languages'
import { inlines, manualPages, pageOf } from '../../../../manual'
import { find, pagesFor, plain, wordsOf } from './manual'

describe('the manual', () => {
  const pages = manualPages()

  it('has every page, with text, and no mark left standing', () => {
    expect(pages.map((page) => page.name)).toEqual(['desk', 'reading', 'care', 'glossary', 'job'])
    for (const page of pages) {
      expect(page.blocks.length, page.name).toBeGreaterThan(5)
      for (const block of page.blocks) {
        if (block.kind === 'code') continue
        expect(wordsOf(block), page.name).not.toMatch(/<\/?kbd>|\*\*|\]\(|```/)
      }
    }
  })
  it('is found in by words, headings first', () => {
    const [first] = find(pages, 'language arabic')
    expect([first?.page, first?.title]).toEqual(['desk', 'Language'])
    expect(find(pages, '   ')).toEqual([])
    expect(find(pages, 'zyzzyva')).toEqual([])
  })
})

describe('the manual of a language', () => {
  const pages = manualPages()

  it('begins with its own pages, and has the English ones after them', () => {
    expect(pagesFor(pages, 'en').map((page) => page.name)).toEqual(['desk', 'reading', 'care', 'glossary'])
    expect(pagesFor(pages, 'ar').map((page) => page.name)).toEqual(['job', 'desk', 'reading', 'care', 'glossary'])
  })
  it.each(LANGUAGES.filter(({ code }) => code !== 'en'))(
    '$code tells the whole main job, with its keys',
    ({ code }) => {
      const own = JSON.stringify(pages.filter((page) => page.language === code))
      const keys = new Set([...own.matchAll(/"text":"([^"]+)","as":"key"/g)].flatMap((found) => found[1]?.split('+')))
      const job = ['O', ']', 'Enter', 'Esc', 'C', 'D', '1', '2', '3', '4', 'Z', 'E', 'F6', 'K', '?']
      expect(job.filter((key) => !keys.has(key))).toEqual([])
    },
  )
})

describe('marks', () => {
  it.each([
    ['press <kbd>Ctrl</kbd>+<kbd>K</kbd>', ['press ', 'key:Ctrl', '+', 'key:K']],
    ['`a_b` and *this* or **that**', ['code:a_b', ' and ', 'weak:this', ' or ', 'strong:that']],
    ['see [care](care.md)', ['see ', 'page:care']],
    ['at_least and at_most', ['at_least and at_most']],
  ])('%j', (text, said) =>
    expect(inlines(text).map((one) => (one.as ? `${one.as}:${one.text}` : one.text))).toEqual(said),
  )

  it('blocks are paragraphs, lists and tables', () => {
    const page = pageOf('x', '# T\n\none\ntwo\n\n- a\n  b\n- c\n\n| h | i |\n|---|---|\n| 1 | 2 |\n')
    expect(page.title).toBe('T')
    expect(page.blocks.map((block) => block.kind)).toEqual(['paragraph', 'list', 'table'])
    const [paragraph, list, table] = page.blocks
    expect(paragraph?.kind === 'paragraph' && plain(paragraph.inlines)).toBe('one two')
    expect(list?.kind === 'list' && list.items.map(plain)).toEqual(['a b', 'c'])
    expect(table?.kind === 'table' && table.rows.map((row) => row.map(plain))).toEqual([
      ['h', 'i'],
      ['1', '2'],
    ])
  })
})
