// Sources: who stands behind the documents, how documents hang together, and what that does to corroboration.
import * as api from '$lib/api'
import { alphabetical } from '$lib/messages'
import { Fetched } from '$lib/state/fetched.svelte'
import { project } from '$lib/state/project.svelte'
import type { Source } from '$lib/types'
import { webOf } from './web'

export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const

export class SourceDesk {
  readonly relations = new Fetched(api.relations, (changes) => changes.documents.length > 0)
  readonly origins = new Fetched(api.documentOrigins, (changes) => changes.documents.length > 0)
  readonly questions = new Fetched(api.questions, (changes) => changes.questions.length > 0)
  /** The row in hand. */
  cursor = $state(0)
  words = $state('')

  readonly web = $derived(webOf(project.documents, this.relations.value ?? [], this.origins.value ?? []))
  readonly row = $derived(this.web.rows[this.cursor] ?? null)
  /** The links of the row in hand. */
  readonly its = $derived(this.web.links.filter((link) => link.from === this.cursor || link.to === this.cursor))
  readonly sources = $derived(
    project.sources
      .filter((source) => source.name.toLowerCase().includes(this.words.trim().toLowerCase()))
      .sort((a, b) => alphabetical(a.name, b.name)),
  )
  readonly ready = $derived(this.relations.value !== null && this.origins.value !== null)
  /** Questions that several documents answer, and fewer origins than documents. */
  readonly shrunk = $derived(
    (this.questions.value ?? [])
      .filter((question) => question.origins < question.documents)
      .sort((a, b) => a.origins / a.documents - b.origins / b.documents),
  )

  start(): void {
    void this.relations.fetch()
    void this.origins.fetch()
    void this.questions.fetch()
  }

  stop(): void {
    this.relations.stop()
    this.origins.stop()
    this.questions.stop()
  }

  move(by: number): void {
    const last = this.web.rows.length - 1
    this.cursor = Math.max(0, Math.min(last, this.cursor + by))
  }

  async grade(source: Source, grade: string): Promise<void> {
    await project.write(() => api.sourceSet(source.name, grade, null))
  }

  async read(): Promise<void> {
    const document = this.row?.document
    if (!document) return
    await project.show(document.document)
    project.go('read', '')
  }
}
