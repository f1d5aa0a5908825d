// The library's order and sums.
import { alphabetical } from '../../messages'
import { project } from '../../state/project.svelte'
import type { Document } from '../../types'

export type Order = 'added' | 'open' | 'title' | 'published'

export const ORDERS: Order[] = ['added', 'open', 'title', 'published']

const BY: Record<Order, (a: Document, b: Document) => number> = {
  added: () => 0,
  open: (a, b) => b.suggestions_open - a.suggestions_open,
  title: (a, b) => alphabetical(a.title, b.title),
  published: (a, b) => (b.published ?? '').localeCompare(a.published ?? ''),
}

export class LibraryList {
  order = $state<Order>('added')
  editing = $state<string | null>(null)

  readonly list = $derived(project.documents.toSorted(BY[this.order]))
  readonly claimed = $derived(sum(project.documents, (row) => row.suggestions_claimed))
  readonly dismissed = $derived(sum(project.documents, (row) => row.suggestions_dismissed))
  readonly open = $derived(sum(project.documents, (row) => row.suggestions_open))

  /** The next document of the list after one, all round, in which something is open; `null` where nothing is. */
  nextOpen(after: string | null): Document | null {
    const at = this.list.findIndex((row) => row.document === after)
    const round = [...this.list.slice(at + 1), ...this.list.slice(0, at + 1)]
    return round.find((row) => row.suggestions_open > 0) ?? null
  }

  nextOrder(): void {
    this.order = ORDERS[(ORDERS.indexOf(this.order) + 1) % ORDERS.length] ?? 'added'
  }
}

const sum = (rows: Document[], of: (row: Document) => number) => rows.reduce((all, row) => all + of(row), 0)

export const library = new LibraryList()
