// Between the page and the text: where a place in the DOM lies in the document, and the other way round.
// The reader renders each segment as an element with `data-at`, the code point of its first character, and one text node.
import { CodePoints, countPoints } from './offsets'

const at = (element: Element | null | undefined) => Number(element?.getAttribute('data-at'))
const endOf = (element: Element) => at(element) + countPoints(element.textContent ?? '')

/** The code point a DOM place stands for; `null` outside the text. */
export function pointOf(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null
  if (node.nodeType === Node.TEXT_NODE) {
    const segment = node.parentElement?.closest('[data-at]')
    if (segment) return at(segment) + countPoints((node.textContent ?? '').slice(0, offset))
  }
  // Between elements: the start of the next segment, or the end of the last one before.
  const all = [...root.querySelectorAll('[data-at]')]
  const here = document.createRange()
  here.setStart(node, offset)
  let from = 0
  let to = all.length
  while (from < to) {
    const middle = (from + to) >> 1
    const segment = all[middle]
    if (segment && here.comparePoint(segment, 0) < 0) from = middle + 1
    else to = middle
  }
  const before = all[from - 1]
  const next = all[from]
  if (before?.contains(node)) return endOf(before)
  if (next && root.contains(next) && sameBlock(next, node)) return at(next)
  return before ? endOf(before) : next ? at(next) : null
}

const sameBlock = (segment: Element, node: Node) => {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('[data-block]')
  return block !== null && block !== undefined && block === segment.closest('[data-block]')
}

/** The selection in a text as code points; `null` where there is none, or it is empty. */
export function selected(root: Element): [number, number] | null {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) && !root.contains(range.endContainer)) return null
  const start = root.contains(range.startContainer) ? pointOf(root, range.startContainer, range.startOffset) : null
  const end = root.contains(range.endContainer) ? pointOf(root, range.endContainer, range.endOffset) : null
  const from = start ?? firstPoint(root)
  const to = end ?? lastPoint(root)
  return from !== null && to !== null && from < to ? [from, to] : null
}

const firstPoint = (root: Element) => {
  const first = root.querySelector('[data-at]')
  return first ? at(first) : null
}
const lastPoint = (root: Element) => {
  const last = [...root.querySelectorAll('[data-at]')].at(-1)
  return last ? endOf(last) : null
}

/** A range of the page that shows a stretch of the text: as much of it as is rendered. */
export function rangeOf(root: Element, start: number, end: number): Range | null {
  return rangeAmong(root.querySelectorAll('[data-at]'), start, end)
}

/** The ranges of several stretches: what is rendered is gathered once for all of them. */
export function rangesOf(root: Element, stretches: readonly (readonly [number, number])[]): Range[] {
  if (stretches.length === 0) return []
  const all = root.querySelectorAll('[data-at]')
  return stretches.flatMap(([start, end]) => rangeAmong(all, start, end) ?? [])
}

function rangeAmong(all: NodeListOf<Element>, start: number, end: number): Range | null {
  // The last segment that begins at `start` or before.
  let from = 0
  let to = all.length - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if (at(all[middle]) <= start) from = middle
    else to = middle - 1
  }
  let range: Range | null = null
  for (let nth = from; nth < all.length; nth++) {
    const segment = all[nth]
    const first = at(segment)
    if (!segment || first >= end) break
    const node = segment.firstChild
    if (!(node instanceof Text)) continue
    const points = new CodePoints(node.data)
    if (first + points.length <= start) continue
    if (!range) {
      range = document.createRange()
      range.setStart(node, points.toUnit(start - first))
    }
    range.setEnd(node, points.toUnit(end - first))
  }
  return range
}

/** The code point of the text under a place of the screen; `null` where there is none. */
export function pointAt(root: Element, x: number, y: number): number | null {
  // The web view has the older of the two ways to ask.
  const range = document.caretRangeFromPoint?.(x, y) as Range | null | undefined
  return range ? pointOf(root, range.startContainer, range.startOffset) : null
}
