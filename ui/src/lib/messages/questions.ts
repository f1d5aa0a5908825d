// Questions: list, picture, passages, matrix and the dialogs that change a question.
import type { AxisKind } from '../plots/axis'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
const claims = (n: number) => (n === 0 ? 'no claims yet' : plural(n, 'claim', 'claims'))
const origins = (n: number) => plural(n, 'origin', 'origins')

const axis: Record<AxisKind, string> = { value: 'Value', time: 'Time', stance: 'Stance' }

export const questions = {
  title: 'Questions',
  list: 'Questions',
  filter: 'Filter questions',
  order: { label: 'Order', contested: 'Most contested first', text: 'By wording' },
  state: { label: 'State', any: 'Every state' },
  counts: (claimCount: number, originCount: number) =>
    claimCount === 0 ? claims(0) : `${claims(claimCount)} · ${origins(originCount)}`,
  open: (n: number) => `${n} open`,
  claims,
  origins,
  documents: (n: number) => plural(n, 'document', 'documents'),
  disagreements: (n: number) => plural(n, 'disagreement', 'disagreements'),
  singleSource: 'Several mentions, one origin',
  answer: 'Concluding answer',
  rationale: 'Because',
  asks: (asks: string) => `Asks ${asks.toLowerCase()}`,
  buttons: { merge: 'Merge…', split: 'Split…', rename: 'Rename…', asks: 'Asks…', resolve: 'Resolve…' },
  plot: {
    name: (question: string, axisName: string) => `Answers to “${question}” by ${axisName.toLowerCase()}`,
    row: (document: string, stance: string, answer: string, verdict: string) =>
      `${document} ${stance.toLowerCase()}: ${answer}, ${verdict.toLowerCase()}`,
    disagreement: (label: string) => `Disagreement: ${label}`,
    axis,
    axes: 'Axis',
    log: 'logarithmic',
    byOrigin: 'Group by origin',
    more: (n: number) => `${plural(n, 'more disagreement', 'more disagreements')} not drawn`,
    shape: 'Shape is stance',
    colour: 'Colour is verdict',
    empty: 'No claim answers this question yet.',
    off: 'not on this axis',
  },
  origin: { together: 'One origin:', of: (name: string) => `origin ${name}` },
  words: {
    title: 'In their words',
    hint: 'Enter opens the passage',
    read: 'Open in Read',
    credited: (who: string) => `credits ${who}`,
  },
  matrix: {
    title: 'Documents by questions',
    hint: 'most contested first',
    document: 'Document',
    silent: 'says nothing',
    cell: (answer: string, stance: string, verdict: string, more: number) =>
      `${answer}, ${stance.toLowerCase()}, ${verdict.toLowerCase()}${more > 1 ? `, ${more} claims` : ''}`,
    contested: 'disagreed',
    scroll: 'Documents by questions, scrolls',
  },
  actions: {
    group: 'Question',
    next: 'Next question',
    previous: 'Previous question',
    nextClaim: 'Next claim',
    previousClaim: 'Previous claim',
    merge: 'Merge this question into another…',
    split: 'Split this question…',
    rename: 'Rename this question…',
    asks: 'Change what this question asks…',
    resolve: 'Resolve this question…',
    axis: 'Next axis: value, time, stance',
    group2: 'Group by origin',
    read: 'Open the passage in Read',
    filter: 'Filter questions',
    disagree: 'Mark two claims as a disagreement…',
  },
  merge: {
    title: 'Merge into another question',
    text: (question: string) =>
      `The claims of “${question}” go under the question you choose; the wording chosen stays.`,
    label: 'Into',
    list: 'Questions to merge into',
    apply: 'Merge',
  },
  split: {
    title: 'Split this question',
    text: 'The claims you choose go under a new question.',
    label: 'New question',
    claims: 'Claims that go there',
    apply: 'Split',
    all: 'At least one claim has to stay.',
  },
  rename: { title: 'Rename this question', label: 'Question', apply: 'Rename' },
  asksDialog: {
    title: 'What does this question ask?',
    label: 'It asks',
    hints: {
      whether: 'Stance decides: who affirms, who denies.',
      'how-much': 'Values are compared; the period is scope.',
      when: 'Periods are the answer, compared by their onset.',
      who: 'Participants are compared.',
    },
    apply: 'Set',
  },
  resolve: {
    title: 'Resolve this question',
    answer: 'Concluding answer',
    rationale: 'Why this stands',
    open: (n: number) =>
      `${plural(n, 'disagreement is', 'disagreements are')} still open. The answer is recorded; the question counts as resolved once all are judged.`,
    apply: 'Record the answer',
    missing: 'Both the answer and its reason are recorded.',
    use: (answer: string) => `Use “${answer}”`,
  },
  empty: {
    title: 'No questions yet',
    text: 'A claim is put under the question it answers when it is recorded. Questions appear here as soon as there is one.',
    go: 'Go to Read',
    nothing: 'No question matches this filter.',
  },
  failed: 'The questions could not be listed',
  again: 'Try again',
}
