// What the keys do in Disagreements: one key a decision, D and a digit for a dismissal.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import { DISMISSALS, type Triage } from './triage.svelte'

interface Around {
  /** Whether the focus rests on a control that Enter would press. */
  onControl: () => boolean
  /** The focus goes with the disagreement in hand. */
  follow: () => void
}

export function disagreementActions(triage: Triage, around: Around): Action[] {
  const { actions, title, dismissals, other } = messages.desk.disagreements
  const group = title
  const some = () => triage.current !== null
  const writable = () => some() && !(project.summary?.read_only ?? true)
  const turn = (by: number) => () => void triage.move(by).then(around.follow)
  const after = (done: Promise<void>) => void done.then(around.follow)
  return [
    { id: 'disagreement-next', title: actions.next, group, keys: ['j', 'ArrowDown'], when: some, run: turn(1) },
    { id: 'disagreement-previous', title: actions.previous, group, keys: ['k', 'ArrowUp'], when: some, run: turn(-1) },
    {
      id: 'disagreement-confirm',
      title: actions.confirm,
      group,
      keys: ['c'],
      when: writable,
      run: () => after(triage.decide('confirmed', null)),
    },
    {
      id: 'disagreement-confirm-why',
      title: actions.confirmWhy,
      group,
      keys: ['Shift+C'],
      when: writable,
      run: () => (triage.asking = 'confirmed'),
    },
    {
      id: 'disagreement-leave',
      title: actions.leave,
      group,
      keys: ['l'],
      when: writable,
      run: () => after(triage.leave()),
    },
    {
      id: 'disagreement-dismiss',
      title: actions.dismiss,
      group,
      keys: ['d'],
      when: writable,
      run: () => (triage.dismissing = true),
    },
    {
      id: 'disagreement-cancel',
      title: actions.cancel,
      group,
      keys: ['Escape'],
      when: () => triage.dismissing,
      keyOnly: true,
      run: () => (triage.dismissing = false),
    },
    ...[...DISMISSALS, 'other'].map((_, at): Action => ({
      id: `disagreement-dismiss-${at + 1}`,
      title: actions.dismissAs({ why: dismissals[at] ?? other }),
      group,
      keys: [String(at + 1)],
      when: () => writable() && triage.dismissing,
      run: () => after(triage.dismissAs(at + 1)),
    })),
    {
      id: 'disagreement-left',
      title: actions.left,
      group,
      keys: ['ArrowLeft'],
      when: some,
      run: () => (triage.side = 0),
    },
    {
      id: 'disagreement-right',
      title: actions.right,
      group,
      keys: ['ArrowRight'],
      when: some,
      run: () => (triage.side = 1),
    },
    {
      id: 'disagreement-read',
      title: actions.read,
      group,
      keys: ['Enter'],
      when: () => some() && !around.onControl(),
      run: () => void triage.read(),
    },
    {
      id: 'disagreement-question',
      title: actions.question,
      group,
      keys: ['g'],
      when: some,
      run: () => triage.row && project.go('questions', triage.row.question),
    },
    ...(['open', 'confirmed', 'dismissed'] as const).map((status): Action => ({
      id: `disagreements-${status}`,
      title: actions.filter({ status: messages.words.status[status] }),
      group,
      run: () => void triage.show(status),
    })),
  ]
}
