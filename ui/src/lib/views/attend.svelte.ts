// How a view opens its desk.
import { untrack } from 'svelte'
import { actions, type Action } from '$lib/actions.svelte'
import { project } from '$lib/state/project.svelte'
import type { ViewName } from '$lib/types'

/** What a view works with while it is shown. */
interface Desk {
  /** Begins, at what the view was asked to show. */
  start: (goal: string | null) => unknown
  stop: () => void
}

/** Begins a desk where the view was asked to go, and anew at every goal; its keys are the window's until it stops. */
export function attend(view: ViewName, desk: Desk, keys: () => Action[]): void {
  $effect(() => {
    const goal = project.goal?.view === view ? project.goal.id : null
    untrack(() => void desk.start(goal))
  })
  $effect(() => () => desk.stop())
  $effect(() => actions.add(keys()))
}
