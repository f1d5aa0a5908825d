// Newer editions: replacing a document, and reading an older edition of it.
import * as api from '../api'
import { messages } from '../messages'
import type { EditionRow, Imported, OpenDocument } from '../types'
import { project } from './project.svelte'
import { toasts } from './toasts.svelte'

export class Editions {
  /** An older edition that is read beside the window's work. */
  reading = $state.raw<OpenDocument | null>(null)
  /** How many passages of the project await a decision. */
  readonly awaiting = $derived(project.documents.reduce((all, row) => all + row.awaiting, 0))

  /** Replaces a document with a newer file, by path or by the system's dialog; shows what is to be decided. */
  async replace(document: string, path: string | null = null): Promise<void> {
    const replaced = await project.write(() => api.documentReplace(document, path))
    if (!replaced) return
    const { title, edition_number: edition, fates } = replaced
    const n = fates.reworded + fates.figure_changed + fates.lost
    const text = messages.desk.editions
    toasts.announce(n === 0 ? text.replacedWhole({ title, edition }) : text.replaced({ title, edition, n }))
    if (n > 0) project.go('editions', document)
    else {
      project.go('read')
      await project.show(document)
    }
  }

  /** Offers to take a file that was added for a newer edition of a document that is like it. */
  offer(imported: Imported): void {
    const older = imported.newer_of
    if (older === null) return
    const text = messages.desk.editions
    toasts.say(text.looksNewer({ title: imported.title }), {
      title: text.useAsNewer,
      run: () => void this.#useAsNewer(imported, older),
    })
  }

  async #useAsNewer(imported: Imported, older: string): Promise<void> {
    const gone = await project.write(async () => {
      await api.documentRemove(imported.document)
      return true
    })
    if (gone) await this.replace(older, imported.file)
  }

  /** The editions of a document, first to current; none where they cannot be listed. */
  async of(document: string): Promise<EditionRow[]> {
    return api.editions(document).catch(() => [])
  }

  async read(document: string, number: number): Promise<void> {
    this.reading = await project.write(() => api.editionOpen(document, number))
  }
}

export const editions = new Editions()
