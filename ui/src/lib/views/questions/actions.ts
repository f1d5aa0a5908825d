// What the keys do in Questions.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import { project } from '$lib/state/project.svelte'
import { verdicts, VERDICTS } from '$lib/state/verdicts.svelte'
import type { Asking, QuestionDesk } from './desk.svelte'

interface Around {
  filter: () => void
  /** Whether a key is meant for the list of questions and not for its claims. */
  inList: () => boolean
  /** Whether the focus rests on a control that Enter would press. */
  onControl: () => boolean
  /** The focus goes with the question or claim in hand. */
  follow: () => void
}

export function questionActions(desk: QuestionDesk, around: Around): Action[] {
  const { actions, title: group } = messages.desk.questions
  const open = () => desk.question !== null
  const writable = () => open() && !(project.summary?.read_only ?? true)
  const judging = () => writable() && desk.claim !== null
  const step = (by: number) => () => {
    if (around.inList()) void desk.move(by).then(around.follow)
    else {
      desk.moveClaim(by)
      around.follow()
    }
  }
  const turn = (by: number) => () => void desk.move(by).then(around.follow)
  const ask = (asking: Asking, keys: string[], when = writable): Action => ({
    id: `question-${asking}`,
    title: actions[asking],
    group,
    keys,
    when,
    run: () => (desk.asking = asking),
  })
  return [
    { id: 'question-step', title: actions.nextClaim, group, keys: ['j', 'ArrowDown'], run: step(1) },
    { id: 'question-step-back', title: actions.previousClaim, group, keys: ['k', 'ArrowUp'], run: step(-1) },
    { id: 'question-next', title: actions.next, group, keys: ['Shift+J', 'Alt+ArrowDown'], run: turn(1) },
    { id: 'question-previous', title: actions.previous, group, keys: ['Shift+K', 'Alt+ArrowUp'], run: turn(-1) },
    {
      id: 'question-read',
      title: actions.read,
      group,
      keys: ['Enter'],
      when: () => desk.claim !== null && !around.onControl(),
      run: () => void desk.read(desk.claim ?? ''),
    },
    ask('merge', ['m'], () => writable() && desk.every.length > 1),
    ask('split', ['s'], () => writable() && desk.answers.length > 1),
    ask('rename', ['F2', 'e']),
    ask('asks', ['a']),
    ask('resolve', ['r']),
    {
      id: 'question-axis',
      title: actions.axis,
      group,
      keys: ['x'],
      when: () => desk.axes.length > 1,
      run: () => desk.swapAxis(),
    },
    {
      id: 'question-origins',
      title: actions.group2,
      group,
      keys: ['g'],
      when: open,
      run: () => (desk.grouped = !desk.grouped),
    },
    { id: 'question-filter', title: actions.filter, group, keys: ['/'], run: around.filter },
    ...VERDICTS.map((verdict, at): Action => ({
      id: `question-verdict-${verdict}`,
      title: messages.shell.action.verdict({ verdict: messages.words.verdict[verdict] }),
      group: messages.shell.groups.verdict,
      keys: [String(at + 1)],
      when: judging,
      run: () => {
        const claim = desk.claims.get(desk.claim ?? '')
        if (claim) void verdicts.ask([claim.claim], verdict, claim.statement)
      },
    })),
  ]
}
