// How the fake project's documents hang together: one reprint, one citation, one original outside.
import type { DocumentOrigin, DocumentRelation } from '../types'
import { saidOf, tie } from './said'
import type { World } from './world'

export function relationsOf(world: World): DocumentRelation[] {
  const [a, b, c, d] = world.documents
  if (!a || !b || !c || !d) return []
  const other = (document: typeof a) => ({ other: document.document, other_title: document.title })
  return [
    { document: d.document, kind: 'republishes', ...other(a) },
    { document: c.document, kind: 'cites', ...other(b) },
    { document: c.document, kind: 'responds-to', ...other(a) },
    { document: b.document, kind: 'quotes', other: null, other_title: 'Customs yearbook of the eastern region' },
  ]
}

export function originsOf(world: World): DocumentOrigin[] {
  const origins: DocumentOrigin[] = []
  const byAuthor = new Map<string, DocumentOrigin>()
  for (const document of world.documents) {
    const held = document.author ? byAuthor.get(document.author) : undefined
    if (held) {
      held.documents.push(document.document)
      if (!held.reasons.length) {
        const one = tie('author', { author: document.author ?? '' })
        held.reasons.push(one.words)
        held.said.push(...saidOf([one]))
      }
      continue
    }
    const origin: DocumentOrigin = {
      number: origins.length + 1,
      name: document.author ?? document.publisher ?? document.title,
      documents: [document.document],
      reasons: [],
      said: [],
    }
    origins.push(origin)
    if (document.author) byAuthor.set(document.author, origin)
  }
  return origins
}
