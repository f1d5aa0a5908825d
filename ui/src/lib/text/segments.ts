// A block of text cut into segments: stretches under the same marks. Pure; offsets are code points of the document.
import type { Mark, NoteReference, OpenSuggestion } from '../types'
import { hiddenIn } from './hidden'
import type { CodePoints } from './offsets'

export interface Segment {
  start: number
  end: number
  text: string
  /** Every claim that covers it, the one with the shortest passage first. */
  marks: Mark[]
  suggestion: OpenSuggestion | null
  /** The sign of a character that would not be seen. */
  hidden: string | null
  /** The footnote called at its start. */
  note: string | null
}

export interface Spread {
  mark: Mark
  start: number
  end: number
}

/** The passages of claims, one entry each, by place. */
export function spread(marks: readonly Mark[]): Spread[] {
  return marks
    .flatMap((mark) => mark.ranges.map(([start, end]) => ({ mark, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Those of a list sorted by start that touch a stretch; `longest` bounds how far before it one may start. */
export function touching<T extends { start: number; end: number }>(
  sorted: readonly T[],
  start: number,
  end: number,
  longest: number,
): T[] {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle]?.start ?? 0) < start - longest) from = middle + 1
    else to = middle
  }
  const found: T[] = []
  for (let at = from; at < sorted.length; at++) {
    const item = sorted[at]
    if (!item || item.start >= end) break
    if (item.end > start) found.push(item)
  }
  return found
}

/** Cuts `[start, end)` of the text where a mark, a suggestion, a hidden character or a footnote's call begins or ends,
 *  and at `also` besides. */
export function segments(
  points: CodePoints,
  start: number,
  end: number,
  passages: readonly Spread[],
  suggestions: readonly OpenSuggestion[],
  notes: readonly NoteReference[],
  also: readonly number[] = [],
): Segment[] {
  const text = points.slice(start, end)
  const origin = points.toUnit(start)
  const hidden = new Map(hiddenIn(text).map(({ at, sign }) => [points.toPoint(origin + at), sign]))
  const calls = new Map(notes.filter((note) => note.at >= start && note.at <= end).map((note) => [note.at, note.mark]))
  const cuts = new Set([start, end, ...calls.keys(), ...also])
  for (const at of hidden.keys()) cuts.add(at).add(at + 1)
  for (const { start: from, end: to } of [...passages, ...suggestions]) {
    if (from > start && from < end) cuts.add(from)
    if (to > start && to < end) cuts.add(to)
  }
  const places = [...cuts].sort((a, b) => a - b)
  const list = places.slice(0, -1).map((from, at): Segment => {
    const to = places[at + 1] ?? end
    const over = passages.filter((passage) => passage.start < to && passage.end > from)
    const marks = over.toSorted((a, b) => a.end - a.start - (b.end - b.start)).map((passage) => passage.mark)
    return {
      start: from,
      end: to,
      text: points.slice(from, to),
      // A claim may rest on two passages that overlap.
      marks: [...new Set(marks)],
      suggestion: suggestions.find((suggestion) => suggestion.start < to && suggestion.end > from) ?? null,
      hidden: hidden.get(from) ?? null,
      note: calls.get(from) ?? null,
    }
  })
  const last = calls.get(end)
  if (last !== undefined && end > start)
    list.push({ start: end, end, text: '', marks: [], suggestion: null, hidden: null, note: last })
  return list
}
