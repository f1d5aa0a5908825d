// The first five minutes.
import type { Step } from '../../state/guide.svelte'

const step = {
  suggestion: 'A dotted line marks what can be checked and is not claimed yet. Go to the next one.',
  form: 'Make a claim of it. The form comes filled in, each field from the words it names.',
  save: 'Look it over, change what is wrong, and save it with Enter.',
  disagreement:
    'Two documents contradict one another. Read both passages and decide: confirm, or dismiss with a reason.',
  verdict: 'Judge a claim: 2 corroborated, 3 disputed, 4 unverifiable, and why.',
  question: 'See every answer to one question in a picture: agreement stands together, disagreement is bracketed.',
  export: 'Export what you reviewed: the claim sheet, for a colleague or for print.',
} as const satisfies Record<Step, string>

export const guide = {
  title: 'The first five minutes',
  begin: 'The first five minutes, guided',
  beginText: 'On the sample: seven steps, each done by you. Leave it at any time.',
  of: '{n} of {all}',
  step,
  show: 'Go to {view}',
  leave: 'Leave the guide',
  done: 'Done',
  finished: 'That was the whole job, from words to sheet. The manual has the rest; every key is one press away.',
} as const
