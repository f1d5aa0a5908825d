// Every action of the window, also of views that are not shown: for choosing keys, where all must be seen at once. They
// are listed here and never run, so that the views they belong to need not be there.
import type { Action } from '../../actions.svelte'
import { messages } from '../../messages'
import type { ViewName } from '../../types'
import { claimActions } from '../claims/actions'
import { disagreementActions } from '../disagreements/actions'
import { editionActions } from '../editions/actions'
import { historyActions } from '../history/actions'
import { questionActions } from '../questions/actions'
import { readActions } from '../read/actions.svelte'
import { sheetActions } from '../sheet/actions'
import { sourceActions } from '../sources/actions'
import { frameActions } from './actions.svelte'

/** The actions of one view, or of the window; those of the window and of one view can meet on a key. */
export interface Part {
  view: ViewName | null
  title: string
  actions: Action[]
}

/** A view that is not there: nothing of it is asked for while its actions are only listed. */
const absent = Object.freeze({}) as never

export function everyAction(): Part[] {
  const { view } = messages.words
  const of = (name: ViewName, actions: Action[]): Part => ({ view: name, title: view[name], actions })
  return [
    { view: null, title: messages.shell.groups.window, actions: frameActions() },
    of('read', readActions(absent)),
    of('claims', claimActions(absent, absent)),
    of('questions', questionActions(absent, absent)),
    of('disagreements', disagreementActions(absent, absent)),
    of('sheet', sheetActions(absent, absent)),
    of('history', historyActions(absent, absent)),
    of('sources', sourceActions(absent, absent)),
    of('editions', editionActions(absent, absent)),
  ]
}
