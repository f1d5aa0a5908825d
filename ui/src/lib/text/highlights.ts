// Passing highlights (the form's passage, the words behind a field, hits of a search) by the CSS Custom Highlight API:
// they change no node, so that a selection and the text under the reader stay where they are.
import { rangesOf } from './dom'

/** Paints stretches under a name that theme.css styles. What comes after `stretches` is only there to be tracked: it
 *  changes when other blocks are rendered. */
export function paint(
  name: string,
  article: HTMLElement | undefined,
  stretches: (readonly [number, number] | null)[],
  ..._rendered: unknown[]
): void {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return
  const ranges = article
    ? rangesOf(
        article,
        stretches.filter((at) => at !== null),
      )
    : []
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges))
  else CSS.highlights.delete(name)
}
