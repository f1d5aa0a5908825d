// A document's bibliographic data, its source's grade and its relations, as the dialog edits them.
import * as api from '../../api'
import { project } from '../../state/project.svelte'
import type { Bibliography, Document, DocumentRelation, RelationKind } from '../../types'

export class DocumentEdit {
  readonly document: Document
  given = $state({ title: '', author: '', publisher: '', published: '', url: '' })
  grade = $state('')
  relations = $state.raw<DocumentRelation[]>([])
  kind = $state<RelationKind>('republishes')
  /** The other document's id; "" for an original outside the project. */
  other = $state('')
  outside = $state('')

  /** Whose grade it is. */
  readonly source = $derived(this.given.author.trim() || this.given.publisher.trim())
  readonly others = $derived(project.documents.filter((row) => row.document !== this.document.document))
  readonly relatable = $derived(this.other !== '' || this.outside.trim() !== '')

  constructor(document: Document) {
    this.document = document
    this.given = {
      title: document.title,
      author: document.author ?? '',
      publisher: document.publisher ?? '',
      published: document.published ?? '',
      url: document.url ?? '',
    }
    this.grade = document.reliability ?? ''
    void this.fetch()
  }

  async fetch(): Promise<void> {
    const all = await api.relations().catch(() => [])
    this.relations = all.filter((row) => row.document === this.document.document)
  }

  /** Saves what differs; true where everything was taken. */
  async save(): Promise<boolean> {
    const changed: Bibliography = { title: null, author: null, publisher: null, published: null, url: null }
    for (const name of ['title', 'author', 'publisher', 'published', 'url'] as const) {
      const words = this.given[name].trim()
      if (words !== (this.document[name] ?? '')) changed[name] = words
    }
    const done = await project.write(async () => {
      if (Object.values(changed).some((words) => words !== null))
        await api.documentEdit(this.document.document, changed)
      if (this.grade !== (this.document.reliability ?? '') && this.source)
        await api.sourceSet(this.source, this.grade || null, null)
      return true
    })
    return done ?? false
  }

  async remove(): Promise<boolean> {
    const done = await project.write(async () => {
      await api.documentRemove(this.document.document)
      return true
    })
    return done ?? false
  }

  async relate(): Promise<void> {
    await project.write(() =>
      api.relate(this.document.document, this.kind, this.other || null, this.other ? null : this.outside.trim()),
    )
    this.outside = ''
    this.other = ''
    await this.fetch()
  }

  async unrelate(row: DocumentRelation): Promise<void> {
    await project.write(() => api.unrelate(row.document, row.kind, row.other, row.other ? null : row.other_title))
    await this.fetch()
  }
}
