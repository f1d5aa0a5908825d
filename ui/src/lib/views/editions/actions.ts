// What the keys do with passages that a newer edition changed: one key a decision.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import { ENDS } from '$lib/text/cursor'
import { project } from '$lib/state/project.svelte'
import type { Queue } from './queue.svelte'

export function editionActions(queue: Queue, follow: () => void): Action[] {
  const { actions, title } = messages.desk.editions
  const group = title
  const choosing = () => queue.choosing !== null
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
    ...([1, -1] as const).map((by): Action => ({
      id: by === 1 ? 'anchor-next-sentence' : 'anchor-previous-sentence',
      title: by === 1 ? messages.read.nextSentence : messages.read.previousSentence,
      group,
      keys: [by === 1 ? 's' : 'Shift+S'],
      keyOnly: true,
      inDialog: true,
      when: choosing,
      run: () => queue.choosing?.sentence(by),
    })),
    ...ENDS.map(([key, edge, by]): Action => ({
      id: `anchor-${edge}-${by === 1 ? 'later' : 'earlier'}`,
      title: messages.read.form.ends[edge][by === 1 ? 'later' : 'earlier'],
      group,
      keys: [`Alt+Shift+${key}`],
      keyOnly: true,
      inDialog: true,
      when: choosing,
      run: () => queue.choosing?.end(edge, by),
    })),
    {
      id: 'anchor-take',
      title: actions.take,
      group,
      keys: ['Enter'],
      keyOnly: true,
      inDialog: true,
      when: () => queue.choosing?.place != null,
      run: () => after(queue.takeChosen()),
    },
    { id: 'anchor-read', title: actions.read, group, keys: ['r'], when: some, run: () => void queue.read() },
  ]
}
