// Adding documents: by dialog, by drop, by paste; progress that can be cancelled, failures that name the file.
import * as api from '../api'
import { messages } from '../messages'
import type { Bibliography, Failure, ImportReport } from '../types'
import { editions } from './editions.svelte'
import { project } from './project.svelte'
import { toasts } from './toasts.svelte'

export class Imports {
  running = $state(false)
  done = $state(0)
  total = $state(0)
  file = $state('')
  /** Files of the last import that could not be added. */
  failed = $state.raw<{ file: string; error: Failure }[]>([])
  /** What in folders and archives of the last import is no document. */
  leftOut = $state.raw<{ file: string; why: string }[]>([])

  async listen(): Promise<void> {
    await api.onImportProgress((progress) => {
      this.done = progress.done
      this.total = progress.total
      this.file = progress.file
    })
    await api.onFilesDropped((paths) => void this.dropped(paths))
  }

  async choose(): Promise<void> {
    const paths = await project.write(api.importDialog)
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

  async files(paths: string[]): Promise<void> {
    if (this.running || paths.length === 0) return
    this.running = true
    this.done = 0
    this.total = paths.length
    this.failed = []
    this.leftOut = []
    const report = await project.write(() => api.importFiles(paths))
    this.running = false
    if (report) await this.#report(report)
  }

  async cancel(): Promise<void> {
    await api.importCancel().catch(() => {})
  }

  /** Adds a text from the clipboard; true where it was added or is there already. */
  async pasted(text: string, given: Bibliography): Promise<boolean> {
    const imported = await project.write(() => api.importPasted(text, given))
    if (!imported) return false
    await this.#report({ imported: [imported], failed: [], left_out: [], cancelled: false })
    return true
  }

  async #report(report: ImportReport): Promise<void> {
    this.failed = report.failed
    this.leftOut = report.left_out
    const fresh = report.imported.filter((row) => row.duplicate_of === null)
    const twin = report.imported.find((row) => row.duplicate_of !== null)
    if (report.cancelled) toasts.say(messages.read.importCancelled)
    else if (twin) toasts.say(messages.read.duplicate({ title: twin.title }))
    toasts.announce(messages.read.importDone({ n: fresh.length }))
    for (const row of fresh) editions.offer(row)
    const show = fresh[0]?.document ?? twin?.duplicate_of
    if (show) {
      project.go('read')
      await project.show(show)
    }
  }
}

export const imports = new Imports()
