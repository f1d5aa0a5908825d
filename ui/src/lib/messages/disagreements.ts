// Disagreements: the triage.
import type { Field, Outcome } from '../views/disagreements/compared'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

const of = (n: number, all: number) => `${n.toLocaleString('en')} of ${all.toLocaleString('en')}`

const field: Record<Field, string> = {
  thing: 'Thing',
  place: 'Place',
  period: 'Period',
  value: 'Value',
  stance: 'Stance',
}
const outcome: Record<Outcome, string> = {
  same: 'same',
  taken: 'taken as one',
  overlaps: 'overlaps',
  differs: 'differs',
  weaker: 'weaker',
  'one-sided': 'one says nothing',
  unstated: 'not stated',
}

export const disagreements = {
  title: 'Disagreements',
  list: 'Disagreements',
  status: 'Status',
  internal: 'Within one document',
  severity: (bars: 1 | 2 | 3) => ({ 1: 'low', 2: 'middle', 3: 'high' })[bars],
  severityName: (word: string) => `Severity ${word}`,
  nth: of,
  against: (a: string, b: string) => `${a} against ${b}`,
  foundBy: { rule: 'found by rule', reviewer: 'marked by a reviewer' },
  decidedBy: (status: string, reviewer: string) => `${status} by ${reviewer}`,
  progress: {
    title: 'Decided',
    of,
    confirmed: (n: number) => `${n.toLocaleString('en')} confirmed`,
    dismissed: (n: number) => `${n.toLocaleString('en')} dismissed`,
  },
  noReason: 'Marked by a reviewer.',
  side: ['First passage', 'Second passage'] as const,
  context: (title: string) => `The passage in its context: ${title}`,
  ownVoice: 'in its own voice',
  credited: (who: string) => `credited to ${who}`,
  origin: (name: string) => `origin: ${name}`,
  grade: (grade: string) => `Source grade ${grade}`,
  read: 'Open in Read',
  apart: (words: string, nearest: boolean) => (nearest ? `${words} apart at the nearest` : `${words} apart`),
  compared: 'Fields compared',
  sides: ['First', 'Second'] as const,
  field,
  outcome,
  nothing: '–',
  confirm: 'Confirm',
  leave: 'Leave open',
  reopen: 'Open again',
  dismissAs: 'Dismiss as',
  dismissals: ['other scope', 'other period', 'misread', 'quoted to refute'] as const,
  other: 'other…',
  digit: 'Press 1–5 for the reason, Esc to leave it',
  dialog: {
    dismissed: 'Why is it no disagreement?',
    confirmed: 'Confirm with a rationale',
    label: 'Rationale',
    hint: 'Kept with the decision, and shown on the claim sheet.',
    apply: { dismissed: 'Dismiss', confirmed: 'Confirm' },
  },
  actions: {
    group: 'Disagreement',
    confirm: 'Confirm the disagreement',
    confirmWhy: 'Confirm with a rationale…',
    leave: 'Leave it open, or open it again',
    dismiss: 'Dismiss the disagreement…',
    dismissAs: (why: string) => `Dismiss as ${why}`,
    next: 'Next disagreement',
    previous: 'Previous disagreement',
    left: 'First passage',
    right: 'Second passage',
    read: 'Open the passage in Read',
    question: 'Show its question',
    filter: (status: string) => `Show ${status.toLowerCase()} disagreements`,
    cancel: 'Do not dismiss',
  },
  empty: {
    open: 'Nothing is left to decide',
    openText: (n: number) =>
      n === 0
        ? 'Claims put under one question are compared as they are recorded; what cannot both be right appears here.'
        : `All ${plural(n, 'disagreement is', 'disagreements are')} decided.`,
    confirmed: 'None confirmed',
    dismissed: 'None dismissed',
    go: 'Go to Questions',
  },
  failed: 'The disagreements could not be listed',
  again: 'Try again',
}
