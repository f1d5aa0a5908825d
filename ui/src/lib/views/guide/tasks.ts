// Where each step of the guide is done, by which keys, and which operations show that it was.
import type { Step } from '$lib/state/guide.svelte'
import type { ViewName } from '$lib/types'

interface Task {
  view: ViewName
  /** Actions whose keys are named beside the words. */
  keys: string[]
  /** Kinds of operation that only this step makes. */
  operations: string[]
}

export const TASKS: Record<Step, Task> = {
  suggestion: { view: 'read', keys: ['next-suggestion'], operations: [] },
  form: { view: 'read', keys: ['claim'], operations: [] },
  save: { view: 'read', keys: [], operations: ['add-claim'] },
  disagreement: {
    view: 'disagreements',
    keys: ['disagreement-confirm', 'disagreement-dismiss'],
    operations: ['decide-disagreement'],
  },
  verdict: { view: 'claims', keys: [], operations: ['verdict'] },
  question: { view: 'questions', keys: ['view-questions'], operations: [] },
  export: { view: 'sheet', keys: ['export'], operations: [] },
}
