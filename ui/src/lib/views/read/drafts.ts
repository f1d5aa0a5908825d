// The drafts of a document, as they are kept: each with the window it was half filled in, so that two windows on one
// document leave each other's alone. Drafts of a window that is gone wait for whoever opens the document.
import { blank, type Fields } from './fields'
import type { Span } from '../../types'

/** A form half filled. */
export interface Draft {
  document: string
  /** The recorded claim that is edited; `null` for a new one. */
  claim: string | null
  passage: Span
  fields: Fields
  initial: Fields
}

/** The draft in hand, and those set aside. */
export interface Drafts {
  open: Draft | null
  waiting: Draft[]
}

interface Kept extends Draft {
  window: string
  open: boolean
}

export const sameDraft = (a: Draft, b: Draft) =>
  a.claim === b.claim && a.passage.start === b.passage.start && a.passage.end === b.passage.end

/** What is this window's, and what it takes over because no window has it any more, with the windows that was of. */
export function draftsOf(
  body: string | null,
  window: string,
  windows: readonly string[],
): Drafts & { taken: readonly string[] } {
  const free = kept(body).filter((one) => one.window === window || !windows.includes(one.window))
  const open = free.findLast((one) => one.open && one.window === window) ?? free.findLast((one) => one.open)
  const taken = [...new Set(free.map((one) => one.window))]
  return { open: open ? bare(open) : null, waiting: free.filter((one) => one !== open).map(bare), taken }
}

/** What is to be kept: this window's in place of what it had and of what it took over; any other's as it is. `null` for nothing. */
export function keptWith(body: string | null, own: Drafts, window: string, taken: readonly string[]): string | null {
  const others = kept(body).filter((one) => one.window !== window && !taken.includes(one.window))
  const mine = [
    ...own.waiting.map((one) => mark(one, window, false)),
    ...(own.open ? [mark(own.open, window, true)] : []),
  ]
  const all = [...others, ...mine]
  return all.length ? JSON.stringify({ drafts: all }) : null
}

const mark = (draft: Draft, window: string, open: boolean): Kept => ({ ...draft, window, open })
const bare = ({ window: _, open: __, ...draft }: Kept): Draft => draft

function kept(body: string | null): Kept[] {
  try {
    const { drafts } = JSON.parse(body ?? '{}') as { drafts?: Kept[] }
    return (drafts ?? []).map((draft) => ({
      ...draft,
      fields: { ...blank(), ...draft.fields },
      initial: { ...blank(), ...draft.initial },
    }))
  } catch {
    // A draft of an older shape is not worth an alarm; what it would have held is gone with it.
    return []
  }
}
