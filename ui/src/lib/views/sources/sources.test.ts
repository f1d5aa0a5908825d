import { describe, expect, it } from 'vitest'
import type { Document, DocumentOrigin, DocumentRelation } from '$lib/types'
import { inLanes, webOf } from './web'

const document = (id: string) => ({ document: id, title: `Title ${id}`, claims: 0 }) as unknown as Document
const origin = (number: number, ...documents: string[]) =>
  ({ number, name: `Origin ${number}`, documents, reasons: [] }) as unknown as DocumentOrigin
const relation = (from: string, kind: string, other: string | null, title = '') =>
  ({ document: from, kind, other, other_title: title }) as unknown as DocumentRelation

describe('the web of documents', () => {
  it('puts what is one origin together, linked documents next, those that stand alone last', () => {
    const web = webOf(
      ['a', 'b', 'c', 'd', 'e'].map(document),
      [relation('e', 'cites', 'b')],
      [origin(1, 'a'), origin(2, 'b'), origin(3, 'c', 'd'), origin(4, 'e')],
    )
    expect(web.rows.map((row) => row.key)).toEqual(['c', 'd', 'b', 'e', 'a'])
    expect(web.rows.map((row) => row.head?.documents ?? null)).toEqual([2, null, null, null, null])
    expect(web.links).toEqual([{ kind: 'cites', from: 3, to: 2, lane: 0 }])
  })
  it('shows an original outside the project with its reprints, once, and leads both there', () => {
    const web = webOf(
      ['a', 'b'].map(document),
      [relation('a', 'republishes', null, 'Wire'), relation('b', 'republishes', null, ' wire ')],
      [origin(1, 'a', 'b')],
    )
    expect(web.rows.map((row) => row.title)).toEqual(['Title a', 'Title b', 'Wire'])
    expect(web.links.map((link) => [link.from, link.to])).toEqual([
      [1, 2],
      [0, 2],
    ])
  })
  it('counts what stands alone beyond what can be looked at', () => {
    const ids = Array.from({ length: 260 }, (_, at) => `d${at}`)
    const web = webOf(
      ids.map(document),
      [],
      ids.map((id, at) => origin(at + 1, id)),
    )
    expect([web.rows.length, web.alone]).toEqual([200, 60])
  })
})

describe('lanes', () => {
  it('never hold two links that overlap, and keep short ones near', () => {
    const links = Array.from({ length: 40 }, (_, at) => ({ from: at, to: (at * 7 + 3) % 40 }))
    const placed = inLanes(links)
    for (const a of placed)
      for (const b of placed)
        if (a !== b && a.lane === b.lane)
          expect(
            Math.max(a.from, a.to) < Math.min(b.from, b.to) || Math.max(b.from, b.to) < Math.min(a.from, a.to),
          ).toBe(true)
    expect(
      inLanes([
        { from: 0, to: 9 },
        { from: 4, to: 5 },
      ])[0],
    ).toEqual({ from: 4, to: 5, lane: 0 })
  })
})
