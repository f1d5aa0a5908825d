// What the keys do in Sources.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import type { SourceDesk } from './desk.svelte'

export function sourceActions(desk: SourceDesk, move: (by: number) => void): Action[] {
  const { actions, title: group } = messages.desk.sources
  return [
    {
      id: 'source-next',
      title: actions.next,
      group,
      keys: ['j', 'ArrowDown'],
      keyOnly: true,
      run: () => move(1),
    },
    {
      id: 'source-previous',
      title: actions.previous,
      group,
      keys: ['k', 'ArrowUp'],
      keyOnly: true,
      run: () => move(-1),
    },
    {
      id: 'source-read',
      title: actions.read,
      group,
      keys: ['Enter'],
      when: () => desk.row?.document != null,
      run: () => void desk.read(),
    },
  ]
}
