// The page of a document: with all that the window shows first, and what of it a change touched.
import type { Document, DocumentAnew, FirstPage, OpenDocument, OpenSuggestion, Place } from '../types'
import type { commandsOf } from './commands'
import { refuse, type FakeDesktop } from './desktop'
import { id, marks, type World } from './world'

export const suggestionsOf = (world: World, document: string): OpenSuggestion[] =>
  world.suggestions
    .filter((one) => one.document === document && !one.claimed)
    .map(({ suggestion, start, end, exact, why, dismissed }) => ({ suggestion, start, end, exact, why, dismissed }))

export function anewOf(world: World, document: string, claims: string[]): DocumentAnew {
  const row = world.documents.find((other) => other.document === document)
  return {
    document: row ?? refuse('not_found', 'There is no such document.'),
    edition: id('ed10', 0),
    marks: marks(world, document).filter((mark) => claims.includes(mark.claim)),
    suggestions: suggestionsOf(world, document).map((one) => [one.suggestion, one.dismissed]),
    relations: [],
  }
}

export function firstPage(
  fake: FakeDesktop,
  asked: string | null,
  commands: ReturnType<typeof commandsOf>,
): Omit<FirstPage, 'codebook' | 'sources'> & Record<'codebook' | 'sources', unknown> {
  const tell = (command: string, given: object = {}) => commands[command]?.(given as never)
  const place = fake.place as Place | null
  const documents = tell('documents') as Document[]
  const wanted = [asked, place?.document].find((id) => documents.some((row) => row.document === id))
  const document = wanted ?? documents[0]?.document
  return {
    place,
    documents,
    codebook: tell('codebook'),
    sources: tell('sources'),
    open: document ? (tell('document_open', { document }) as OpenDocument) : null,
  }
}
