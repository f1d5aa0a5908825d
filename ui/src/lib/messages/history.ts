// History: every operation in words.
const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Kinds of operation as people say them; a kind that is not named here is shown with its own word. */
const kind: Record<string, string> = {
  'add-claim': 'Claim recorded',
  'edit-claim': 'Claim edited',
  'delete-claim': 'Claim deleted',
  'add-passage': 'Passage added',
  'move-passage': 'Passage moved',
  'remove-passage': 'Passage removed',
  verdict: 'Verdict',
  'set-verdict': 'Verdict',
  import: 'Import',
  'import-document': 'Import',
  undo: 'Undo',
  redo: 'Redo',
}

export const history = {
  title: 'History',
  list: 'Operations',
  filters: 'Filter',
  reviewer: 'Reviewer',
  everybody: 'Everybody',
  kind: 'Kind',
  everything: 'Everything',
  day: 'Day',
  everyDay: 'Every day',
  kindWord: (word: string) => kind[word] ?? (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll('-', ' '),
  dayWords: (day: string) =>
    new Date(`${day}T12:00:00`).toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
  undone: 'undone',
  takesBack: (n: number) => `takes back no. ${n}`,
  changes: (n: number) => plural(n, 'row', 'rows'),
  nth: (n: number) => `No. ${n.toLocaleString('en')}`,
  toClaims: 'Show in Claims',
  undo: 'Undo',
  redo: 'Redo',
  undoWhat: (what: string) => `Undo: ${what}`,
  redoWhat: (what: string) => `Redo: ${what}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  count: (n: number, ended: boolean) => `${plural(n, 'operation', 'operations')}${ended ? '' : ' so far'}`,
  row: (summary: string, reviewer: string, time: string, undone: boolean) =>
    `${summary}, ${reviewer}, ${time}${undone ? ', undone' : ''}`,
  loading: 'Loading…',
  actions: {
    group: 'History',
    next: 'Next operation',
    previous: 'Previous operation',
    claims: 'Show the operation’s claim',
  },
  empty: {
    title: 'Nothing has happened yet',
    text: 'Every act is an operation and appears here. Nothing is ever lost.',
    nothing: 'No operation matches this filter.',
  },
  failed: 'The history could not be read',
  again: 'Try again',
}
