// What the keys do with passages that a newer edition changed: one key a decision.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import type { Queue } from './queue.svelte'

export function editionActions(queue: Queue, follow: () => void): Action[] {
  const { actions, title } = messages.desk.editions
  const group = title
  const some = () => queue.current !== null
  const writable = () => some() && !(project.summary?.read_only ?? true)
  const after = (done: Promise<void>) => void done.then(follow)
  const turn = (by: number) => () => {
    queue.move(by)
    follow()
  }
  return [
    { id: 'anchor-next', title: actions.next, group, keys: ['j', 'ArrowDown'], when: some, run: turn(1) },
    { id: 'anchor-previous', title: actions.previous, group, keys: ['k', 'ArrowUp'], when: some, run: turn(-1) },
    {
      id: 'anchor-accept',
      title: actions.accept,
      group,
      keys: ['a'],
      when: () => writable() && queue.row?.new !== null,
      run: () => after(queue.accept()),
    },
    {
      id: 'anchor-keep',
      title: actions.keep,
      group,
      keys: ['o'],
      when: writable,
      run: () => after(queue.decide('keep')),
    },
    {
      id: 'anchor-choose',
      title: actions.choose,
      group,
      keys: ['p'],
      when: writable,
      run: () => void queue.chooseOnPage(),
    },
    {
      id: 'anchor-remove',
      title: actions.remove,
      group,
      keys: ['x'],
      when: writable,
      run: () => after(queue.decide('remove')),
    },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n): Action => ({
      id: `anchor-place-${n}`,
      title: actions.place({ n }),
      group,
      keys: [String(n)],
      when: () => writable() && (queue.row?.others.length ?? 0) >= n,
      run: () => after(queue.takeOther(n)),
    })),
    { id: 'anchor-read', title: actions.read, group, keys: ['r'], when: some, run: () => void queue.read() },
  ]
}
