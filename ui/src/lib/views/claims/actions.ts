// What the keys do in Claims.
import type { Action } from '$lib/actions.svelte'
import { language, messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import { isEditable } from './cells'
import { DIGITS, type ClaimDesk } from './desk.svelte'

interface Around {
  /** Puts the focus on the filter. */
  filter: () => void
  /** Whether the focus is in the table, or nowhere. */
  inTable: () => boolean
  /** The focus goes with the cursor. */
  follow: () => void
}

export function claimActions(desk: ClaimDesk, around: Around): Action[] {
  const { actions, title } = messages.desk.claims
  const some = () => desk.rows.count > 0
  const writable = () => some() && !(project.summary?.read_only ?? true)
  const inTable = () => some() && around.inTable()
  const move = (by: number, range: boolean) => () => {
    desk.selection.move(by, range)
    around.follow()
  }
  const along = (by: number) => () => {
    desk.moveCell(by)
    around.follow()
  }
  const to = (index: () => number) => () => {
    desk.selection.to(index())
    around.follow()
  }
  return [
    {
      id: 'claims-next',
      title: actions.next,
      group: title,
      keys: ['j', 'ArrowDown'],
      when: inTable,
      run: move(1, false),
      keyOnly: true,
    },
    {
      id: 'claims-previous',
      title: actions.previous,
      group: title,
      keys: ['k', 'ArrowUp'],
      when: inTable,
      run: move(-1, false),
      keyOnly: true,
    },
    {
      id: 'claims-extend-next',
      title: actions.extendNext,
      group: title,
      keys: ['Shift+J', 'Shift+ArrowDown'],
      when: inTable,
      run: move(1, true),
      keyOnly: true,
    },
    {
      id: 'claims-extend-previous',
      title: actions.extendPrevious,
      group: title,
      keys: ['Shift+K', 'Shift+ArrowUp'],
      when: inTable,
      run: move(-1, true),
      keyOnly: true,
    },
    {
      id: 'claims-page-down',
      title: actions.next,
      group: title,
      keys: ['PageDown'],
      when: inTable,
      run: move(20, false),
      keyOnly: true,
    },
    {
      id: 'claims-page-up',
      title: actions.previous,
      group: title,
      keys: ['PageUp'],
      when: inTable,
      run: move(-20, false),
      keyOnly: true,
    },
    {
      id: 'claims-first',
      title: actions.previous,
      group: title,
      keys: ['Home', 'Control+Home'],
      when: inTable,
      run: to(() => 0),
      keyOnly: true,
    },
    {
      id: 'claims-last',
      title: actions.next,
      group: title,
      keys: ['End', 'Control+End'],
      when: inTable,
      run: to(() => desk.rows.count - 1),
      keyOnly: true,
    },
    {
      id: 'claims-toggle',
      title: actions.toggle,
      group: title,
      keys: ['Space', 'x'],
      when: inTable,
      run: () => desk.selection.to(desk.selection.cursor, 'toggle'),
      keyOnly: true,
    },
    {
      id: 'claims-all',
      title: actions.all,
      group: title,
      keys: ['Control+a'],
      when: inTable,
      run: () => void desk.chooseAll(),
    },
    {
      id: 'claims-none',
      title: actions.none,
      group: title,
      keys: ['Escape'],
      when: () => desk.selection.chosen.size > 0,
      run: () => desk.selection.clear(),
    },
    {
      id: 'claims-cell',
      title: actions.cell,
      group: title,
      keys: ['ArrowRight'],
      when: inTable,
      run: along(language.along),
      keyOnly: true,
    },
    {
      id: 'claims-cell-back',
      title: actions.cellBack,
      group: title,
      keys: ['ArrowLeft'],
      when: inTable,
      run: along(-language.along),
      keyOnly: true,
    },
    {
      id: 'claims-edit-cell',
      title: actions.edit,
      group: title,
      keys: ['Enter'],
      when: () => inTable() && writable() && isEditable(desk.columns[desk.column]?.id),
      run: () => desk.edit(),
      keyOnly: true,
    },
    {
      id: 'claims-edit',
      title: actions.edit,
      group: title,
      keys: ['F2', 'e'],
      when: () => inTable() && writable(),
      run: () => desk.edit(),
    },
    {
      id: 'claims-read',
      title: actions.read,
      group: title,
      keys: ['Enter', 'o'],
      when: inTable,
      run: () => desk.read(),
    },
    ...DIGITS.map((verdict, at): Action => ({
      id: `claims-verdict-${verdict}`,
      title: actions.verdict({ verdict: messages.words.verdict[verdict] }),
      group: messages.shell.groups.verdict,
      keys: [String(at + 1)],
      when: writable,
      run: () => desk.judge(verdict),
    })),
    {
      id: 'claims-tags',
      title: actions.tags,
      group: title,
      keys: ['t'],
      when: writable,
      run: () => (desk.asking = 'tags'),
    },
    {
      id: 'claims-question',
      title: actions.question,
      group: title,
      keys: ['q'],
      when: writable,
      run: () => (desk.asking = 'question'),
    },
    {
      id: 'claims-delete',
      title: actions.deleteChosen,
      group: title,
      keys: ['Delete'],
      when: writable,
      run: () => desk.askDelete(),
    },
    {
      id: 'claims-open-question',
      title: actions.openQuestion,
      group: title,
      keys: ['g'],
      when: () => desk.current?.question != null,
      run: () => desk.openQuestion(),
    },
    { id: 'claims-columns', title: actions.columns, group: title, run: () => (desk.asking = 'columns') },
    { id: 'claims-filter', title: actions.filter, group: title, keys: ['/'], run: around.filter },
  ]
}
