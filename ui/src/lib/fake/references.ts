// References on the fake desktop: one that fills something in, one that differs, one that is not sure, one nobody knows.
import type { Attachment } from '../types'
import type { FakeDesktop } from './desktop'
import { deed } from './said'

const row = (entry: string, title: string, given: Partial<Attachment>): Attachment => ({
  entry,
  title,
  outcome: 'attached',
  by: null,
  document: null,
  candidates: [],
  filled: [],
  fills: [],
  differs: [],
  ...given,
})

function attachments(fake: FakeDesktop, overwrite: boolean): Attachment[] {
  const [one, other] = fake.here.documents
  if (!one || !other) return []
  const author = { field: 'author', before: one.author, after: 'Rehm, N.; Ek, B.' }
  return [
    row('rehm2019', one.title, {
      by: 'doi',
      document: one.document,
      filled: ['url'],
      fills: [{ field: 'url', before: null, after: 'https://doi.org/10.5555/port.7' }, ...(overwrite ? [author] : [])],
      differs: overwrite ? [] : [{ field: 'author', document: one.author ?? '', reference: author.after }],
    }),
    row('ek2018', other.title, { by: 'title', outcome: 'ambiguous', candidates: [one.document, other.document] }),
    row('nobody', 'A report that nobody imported', { outcome: 'unmatched' }),
    row('whole', other.title, { by: 'url', document: other.document }),
  ]
}

interface Args {
  path: string | null
  overwrite: boolean
  without: number[]
}

export const referenceCommands = (fake: FakeDesktop): Record<string, (given: never) => unknown> => {
  const commands: Record<string, (given: Args) => unknown> = {
    references_show: ({ path }) => ({
      file: path ?? '/home/mara/library.bib',
      filling: attachments(fake, false),
      overwriting: attachments(fake, true),
    }),
    references_attach: ({ overwrite, without }) => {
      const all = attachments(fake, overwrite)
      return fake.write('attach-references', deed('attachReference'), (world) => {
        for (const [at, one] of all.entries()) {
          const document = world.documents.find((other) => other.document === one.document)
          if (!document || without.includes(at)) continue
          for (const fill of one.fills) Object.assign(document, { [fill.field]: fill.after })
        }
        return all
      })
    },
  }
  return commands as never
}
