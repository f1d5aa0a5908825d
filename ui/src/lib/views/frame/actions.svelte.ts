// What can be done anywhere in the window.
import * as api from '../../api'
import { actions, type Action } from '../../actions.svelte'
import { messages } from '../../messages'
import { editions } from '../../state/editions.svelte'
import { frame } from '../../state/frame.svelte'
import { guide } from '../../state/guide.svelte'
import { imports } from '../../state/imports.svelte'
import { project, VIEWS } from '../../state/project.svelte'
import { references } from '../../state/references.svelte'
import { toasts } from '../../state/toasts.svelte'
import type { SheetFormat, Theme } from '../../types'
import { TASKS } from '../guide/tasks'

const { action, groups } = messages.shell
const open = () => project.summary !== null
const writable = () => project.summary !== null && !project.summary.read_only

export async function exportSheet(format: SheetFormat, query: Parameters<typeof api.exportSheet>[1]): Promise<void> {
  const done = await project.write(() => api.exportSheet(format, query, [], null))
  if (!done) return
  guide.did('export')
  toasts.say(messages.shell.exported({ n: done.claims, path: done.path }), undefined, 'good')
}

async function backup(): Promise<void> {
  const path = await project.write(() => api.backup(null))
  if (path) toasts.say(messages.shell.backedUp({ path }), undefined, 'good')
}

async function check(): Promise<void> {
  const problems = await project.write(api.check)
  if (!problems) return
  if (problems.length === 0) toasts.say(messages.shell.checked.good, undefined, 'good')
  else
    toasts.problem(
      messages.shell.checked.bad({ n: problems.length }) +
        problems.map((row) => `${row.place}: ${row.message}`).join(' '),
    )
}

const zoom = (to: number) => project.set({ zoom: Math.min(200, Math.max(80, to)) })
const theme = (name: Theme, title: string): Action => ({
  id: `theme-${name}`,
  title,
  group: groups.window,
  run: () => void project.set({ theme: name }),
})

export function frameActions(): Action[] {
  return [
    {
      id: 'palette',
      title: action.palette,
      group: groups.window,
      keys: ['Control+k'],
      inDialog: true,
      keyOnly: true,
      run: () => (frame.dialog === 'palette' ? frame.close() : frame.open('palette')),
    },
    { id: 'keys', title: action.keys, group: groups.window, keys: ['Shift+?', '?'], run: () => frame.open('keys') },
    {
      id: 'choose-keys',
      title: messages.keys.open,
      group: groups.window,
      run: () => frame.open('keys-choice'),
    },
    {
      id: 'settings',
      title: action.settings,
      group: groups.window,
      keys: ['Control+,'],
      run: () => frame.open('settings'),
    },
    {
      id: 'guide',
      title: messages.guide.begin,
      group: groups.window,
      when: () => open() || project.sample !== null,
      run: () => void guided(),
    },
    {
      id: 'manual',
      title: action.manual,
      group: groups.window,
      keys: ['F1'],
      run: () => frame.open('manual'),
    },
    {
      id: 'undo',
      title: action.undo,
      group: groups.edit,
      keys: ['Control+z'],
      icon: 'undo',
      when: writable,
      run: () => void project.undo(),
    },
    {
      id: 'redo',
      title: action.redo,
      group: groups.edit,
      keys: ['Control+Shift+z', 'Control+Shift+Z', 'Control+y'],
      icon: 'redo',
      when: writable,
      run: () => void project.redo(),
    },
    ...VIEWS.map((view, n): Action => ({
      id: `view-${view}`,
      title: action.view({ view: messages.words.view[view] }),
      group: groups.view,
      keys: [`Control+${n + 1}`],
      when: open,
      run: () => project.go(view),
    })),
    {
      id: 'import',
      title: action.import,
      group: groups.project,
      keys: ['Control+o'],
      icon: 'plus',
      when: writable,
      run: () => void imports.choose(),
    },
    {
      id: 'import-folder',
      title: messages.adding.folder,
      group: groups.project,
      icon: 'folder',
      when: writable,
      run: () => void imports.chooseFolder(),
    },
    {
      id: 'references',
      title: messages.adding.references,
      group: groups.project,
      when: () => writable() && project.documents.length > 0,
      run: () => void references.choose(),
    },
    {
      id: 'replace-document',
      title: messages.desk.editions.actions.replace,
      group: groups.document,
      when: () => writable() && project.open !== null,
      run: () => project.open && void editions.replace(project.open.document.document),
    },
    {
      id: 'view-editions',
      title: messages.desk.editions.actions.go,
      group: groups.view,
      when: () => open() && editions.awaiting > 0,
      run: () => project.go('editions'),
    },
    {
      id: 'paste',
      title: action.paste,
      group: groups.project,
      keys: ['Control+Shift+v', 'Control+Shift+V'],
      when: writable,
      run: () => frame.open('paste'),
    },
    {
      id: 'cancel-import',
      title: action.cancelImport,
      group: groups.project,
      when: () => imports.running,
      run: () => void imports.cancel(),
    },
    {
      id: 'export',
      title: action.export,
      group: groups.project,
      keys: ['Control+e'],
      icon: 'export',
      when: open,
      run: () =>
        project.view === 'sheet' && actions.find('sheet-export')
          ? actions.run('sheet-export')
          : void exportSheet('xlsx', { descending: false }),
    },
    { id: 'new', title: action.new, group: groups.project, keys: ['Control+n'], run: () => void project.newFile() },
    {
      id: 'open',
      title: action.open,
      group: groups.project,
      keys: ['Control+Shift+o', 'Control+Shift+O'],
      icon: 'folder',
      run: () => void project.openFile(null),
    },
    {
      id: 'sample',
      title: action.sample,
      group: groups.project,
      when: () => project.sample !== null,
      run: () => void project.openSample(),
    },
    {
      id: 'window',
      title: action.window,
      group: groups.window,
      keys: ['Control+Shift+n', 'Control+Shift+N'],
      when: open,
      run: () => void project.another(),
    },
    {
      id: 'print',
      title: action.print,
      group: groups.project,
      keys: ['Control+p'],
      when: open,
      run: () => frame.open('print'),
    },
    { id: 'rename', title: action.rename, group: groups.project, when: writable, run: () => frame.open('rename') },
    { id: 'backup', title: action.backup, group: groups.project, when: open, run: () => void backup() },
    { id: 'restore', title: action.restore, group: groups.project, run: () => void project.restoreFile() },
    { id: 'check', title: action.check, group: groups.project, when: open, run: () => void check() },
    { id: 'close', title: action.close, group: groups.project, when: open, run: () => void project.closeFile() },
    {
      id: 'next-pane',
      title: action.nextPane,
      group: groups.window,
      keys: ['F6'],
      whileTyping: true,
      keyOnly: true,
      run: () => frame.nextPane(1),
    },
    {
      id: 'previous-pane',
      title: action.previousPane,
      group: groups.window,
      keys: ['Shift+F6'],
      whileTyping: true,
      keyOnly: true,
      run: () => frame.nextPane(-1),
    },
    theme('light', action.light),
    theme('dark', action.dark),
    theme('system', action.system),
    {
      id: 'zoom-in',
      title: action.larger,
      group: groups.window,
      keys: ['Control++', 'Control+=', 'Control+Shift++'],
      run: () => void zoom(project.settings.zoom + 10),
    },
    {
      id: 'zoom-out',
      title: action.smaller,
      group: groups.window,
      keys: ['Control+-'],
      run: () => void zoom(project.settings.zoom - 10),
    },
    { id: 'zoom-reset', title: action.normal, group: groups.window, keys: ['Control+0'], run: () => void zoom(100) },
  ]
}

/** The first five minutes: on what is open, else on the sample. */
async function guided(): Promise<void> {
  guide.take()
  if (!project.summary) await project.openSample()
  project.go(guide.step === null ? 'read' : TASKS[guide.step].view)
}
