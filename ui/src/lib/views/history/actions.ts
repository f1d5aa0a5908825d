// What the keys do in History.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import { quotedWords, type Log } from './log.svelte'

interface Around {
  /** The next operation, or the one before; the focus goes along. */
  move: (by: number) => void
  /** Shows the claims a summary speaks of. */
  claims: (summary: string) => void
}

export function historyActions(log: Log, around: Around): Action[] {
  const { actions, title: group, undoThis } = messages.desk.history
  const summary = () => log.current?.summary ?? ''
  return [
    {
      id: 'history-next',
      title: actions.next,
      group,
      keys: ['j', 'ArrowDown'],
      keyOnly: true,
      run: () => around.move(1),
    },
    {
      id: 'history-previous',
      title: actions.previous,
      group,
      keys: ['k', 'ArrowUp'],
      keyOnly: true,
      run: () => around.move(-1),
    },
    {
      id: 'history-undo-one',
      title: undoThis,
      group,
      keys: ['u'],
      when: () => log.opened?.refusal === null && !(project.summary?.read_only ?? true),
      run: () => void log.undo(),
    },
    {
      id: 'history-claims',
      title: actions.claims,
      group,
      keys: ['g'],
      when: () => quotedWords(summary()) !== null,
      run: () => around.claims(summary()),
    },
  ]
}
