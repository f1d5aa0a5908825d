// Adding documents: by dialog, by drop, by paste; progress that can be cancelled, and what is left to answer or to know
// afterwards: files that take a password, newer versions of a document, files that could not be added.
import * as api from '../api'
import { messages } from '../messages'
import type { Bibliography, Failure, Imported, ImportProgress, ImportReport, LockedFile } from '../types'
import { editions } from './editions.svelte'
import { project } from './project.svelte'
import { references } from './references.svelte'
import { toasts } from './toasts.svelte'

/** The last part of a path, for showing. */
export const nameOf = (path: string) => path.split(/[/\\]/).at(-1) ?? path

const typing = () =>
  document.activeElement?.matches('input:not([type=password], [type=checkbox], [type=radio]), textarea, select') ??
  false

export class Imports {
  running = $state(false)
  done = $state(0)
  total = $state(0)
  file = $state('')
  /** How many pages of the file in hand are read, where it is read by the page. */
  pages = $state.raw<ImportProgress['pages']>(null)
  /** Files that could not be added. */
  failed = $state.raw<{ file: string; error: Failure }[]>([])
  /** Files that take a password; the one in front is asked about. */
  locked = $state.raw<LockedFile[]>([])
  /** Documents that were added and may be newer versions of others. */
  newer = $state.raw<Imported[]>([])
  /** Documents that were added, of which something was left out, changed or is not sure. */
  warned = $state.raw<Imported[]>([])
  /** What in folders and archives of the last import is no document. */
  leftOut = $state.raw<{ file: string; why: string }[]>([])

  /** How many files are dealt with; of the one in hand, the share of its pages that is read. */
  get share(): number {
    return this.done + (this.pages ? this.pages.read / Math.max(1, this.pages.all) : 0)
  }

  async listen(): Promise<void> {
    await api.onImportProgress((progress) => {
      this.done = progress.done
      this.total = progress.total
      this.file = progress.file
      this.pages = progress.pages
    })
    await api.onFilesDropped((paths) => void this.dropped(paths))
  }

  async choose(): Promise<void> {
    const paths = await project.write(api.importDialog)
    if (paths?.length) await this.files(paths)
  }

  async chooseFolder(): Promise<void> {
    const paths = await project.write(api.importFolderDialog)
    if (paths?.length) await this.files(paths)
  }

  /** Files dropped on the window: a project is opened, anything else is added. */
  async dropped(paths: string[]): Promise<void> {
    const file = paths.find((path) => path.endsWith('.gainsay'))
    if (file) {
      await project.openFile(file)
      return
    }
    if (!project.summary) toasts.say(messages.shell.start.needsProject)
    else await this.files(paths)
  }

  /** Adds files, folders and archives; files of references are attached instead. */
  async files(paths: string[]): Promise<void> {
    const documents = paths.filter((path) => !references.areIn(path))
    if (documents.length > 0 && !this.running) {
      this.failed = []
      this.leftOut = []
      this.locked = []
      this.newer = []
      this.warned = []
      const report = await this.#run(documents.length, () => api.importFiles(documents))
      if (report) await this.#report(report)
    }
    await references.show(paths.filter((path) => references.areIn(path)))
  }

  async cancel(): Promise<void> {
    await api.importCancel().catch(() => {})
  }

  /** Adds a text from the clipboard; true where it was added or is there already. */
  async pasted(text: string, given: Bibliography): Promise<boolean> {
    const imported = await project.write(() => api.importPasted(text, given))
    if (!imported) return false
    await this.#report({ imported: [imported], failed: [], locked: [], left_out: [], cancelled: false }, true)
    return true
  }

  /**
   * Tries a password on a locked file, and where it is right on the others, too: they often come together. True where it
   * opened the file. The password is kept nowhere.
   */
  async unlock(file: LockedFile, password: string): Promise<boolean> {
    const others = this.locked.filter((other) => other.id !== file.id)
    const ask = (files: LockedFile[]) =>
      this.#run(files.length, () =>
        api.importUnlock(
          files.flatMap(({ id }) => id ?? []),
          password,
        ),
      )
    const report = await ask([file])
    if (!report || report.cancelled) return false
    if (report.locked.length > 0) {
      this.locked = this.locked.map((other) => (other.id === file.id ? { ...other, tried: true } : other))
      return false
    }
    this.skip(file)
    if (report.failed.length === 0) toasts.announce(messages.adding.locked.opened({ file: nameOf(file.file) }))
    const more = others.length > 0 ? await ask(others) : null
    if (more) {
      const left = new Set(more.locked.map(({ id }) => id))
      this.locked = more.cancelled ? this.locked : this.locked.filter(({ id }) => left.has(id))
      report.imported.push(...more.imported)
      report.failed.push(...more.failed)
    }
    await this.#report(report)
    return true
  }

  skip(file: LockedFile): void {
    this.locked = this.locked.filter((other) => other.id !== file.id)
  }

  /** The older document a file that was added is like; it may be gone by now. */
  olderOf(imported: Imported) {
    return project.document(imported.newer_of)
  }

  /** Makes a document that was added the newer edition of the one it is like. */
  async replaceWith(imported: Imported): Promise<void> {
    if (imported.newer_of !== null && (await editions.replaceWith(imported.newer_of, imported))) this.keepBoth(imported)
  }

  keepBoth(imported: Imported): void {
    this.newer = this.newer.filter((other) => other.document !== imported.document)
  }

  async #run(total: number, command: () => Promise<ImportReport>): Promise<ImportReport | null> {
    if (this.running) return null
    this.running = true
    this.done = 0
    this.total = total
    this.pages = null
    const report = await project.write(command)
    this.running = false
    return report
  }

  async #report(report: ImportReport, asked = false): Promise<void> {
    this.failed = [...this.failed, ...report.failed]
    this.leftOut = [...this.leftOut, ...report.left_out]
    this.locked = [...this.locked, ...report.locked]
    const fresh = report.imported.filter((row) => row.duplicate_of === null)
    this.newer = [...this.newer, ...fresh.filter((row) => row.newer_of !== null)]
    this.warned = [...this.warned, ...fresh.filter((row) => row.warnings.length > 0)]
    const twin = report.imported.find((row) => row.duplicate_of !== null)
    if (report.cancelled) toasts.say(messages.read.importCancelled)
    else if (twin) toasts.say(messages.read.duplicate({ title: twin.title }))
    const said: string[] = [messages.read.importDone({ n: fresh.length })]
    if (report.locked.length) said.push(messages.adding.locked.title({ n: report.locked.length }))
    if (this.warned.length) said.push(messages.read.warned({ n: this.warned.length }))
    if (this.newer.length) said.push(messages.adding.newer.title({ n: this.newer.length }))
    toasts.announce(said.join('. '))
    const show = fresh[0]?.document ?? twin?.duplicate_of
    if (!show && report.locked.length === 0) return
    const go = async () => {
      project.go('read')
      if (show) await project.show(show)
    }
    // An import ends whenever it does: who is typing elsewhere by then is asked, not taken away.
    if (!asked && typing()) toasts.say(said.join('. '), { title: messages.adding.show, run: () => void go() })
    else await go()
  }
}

export const imports = new Imports()
