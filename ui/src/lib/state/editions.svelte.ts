// Newer editions: replacing a document, and reading an older edition of it.
import * as api from '../api'
import { messages } from '../messages'
import type { EditionRow, Imported, LockedFile, OpenDocument, Replaced } from '../types'
import { project } from './project.svelte'
import { toasts } from './toasts.svelte'

export class Editions {
  /** An older edition that is read beside the window's work. */
  reading = $state.raw<OpenDocument | null>(null)
  /** A newer file that takes a password, and the document it is to replace. */
  locked = $state.raw<(LockedFile & { document: string }) | null>(null)
  /** How many passages of the project await a decision. */
  readonly awaiting = $derived(project.documents.reduce((all, row) => all + row.awaiting, 0))

  /** Replaces a document with a newer file, by path or by the system's dialog; shows what is to be decided. */
  async replace(document: string, path: string | null = null, password: string | null = null): Promise<void> {
    const replacing = await project.write(() => api.documentReplace(document, path, password))
    if (!replacing) return
    this.locked = replacing.locked && { ...replacing.locked, document }
    if (replacing.replaced) await this.#show(document, replacing.replaced)
  }

  /** Makes a document that was added the newer edition of another. */
  async replaceWith(document: string, imported: Imported): Promise<boolean> {
    const replaced = await project.write(() => api.documentReplaceWith(document, imported.document, imported.file))
    if (replaced) await this.#show(document, replaced)
    return replaced !== null
  }

  /** The editions of a document, first to current; none where they cannot be listed. */
  async of(document: string): Promise<EditionRow[]> {
    return api.editions(document).catch(() => [])
  }

  async read(document: string, number: number): Promise<void> {
    this.reading = await project.write(() => api.editionOpen(document, number))
  }

  async #show(document: string, { title, edition_number: edition, fates }: Replaced): Promise<void> {
    const n = fates.reworded + fates.figure_changed + fates.lost
    const text = messages.desk.editions
    toasts.announce(n === 0 ? text.replacedWhole({ title, edition }) : text.replaced({ title, edition, n }))
    if (n > 0) project.go('editions', document)
    else {
      project.go('read')
      await project.show(document)
    }
  }
}

export const editions = new Editions()
