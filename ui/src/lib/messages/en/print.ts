// Printing.
import type { Kind } from '../../views/print/printing.svelte'

const kind = {
  sheet: 'The claim sheet',
  document: 'A document with its claims',
  question: 'A question with its picture',
} as const satisfies Record<Kind, string>

export const print = {
  title: 'Print',
  what: 'Print',
  kind,
  preview: 'As it will lie on paper',
  print: 'Print…',
  sheet: 'Claim sheet',
  answers: 'The answers, in their documents’ words',
  by: '{reviewer}, {date}',
  noQuestion: 'Without a question',
  credited: 'credited to {who}',
  page: 'p. {page}',
  override: 'Judged over an objection',
  differs: { one: 'In {n} disagreement', other: 'In {n} disagreements' },
  nothing: 'There is nothing to print yet.',
} as const
