// Where a stretch of text may begin and end when it grows or shrinks word by word. UTF-16 units of one string.

export type Edge = 'start' | 'end'

/** The next place for an edge after (`by` 1) or before (−1) `at`: words and marks of punctuation are stops, white space is
 *  none. `null` where the text has no further stop that way. */
export function nextStop(text: string, at: number, edge: Edge, by: 1 | -1, language = 'en'): number | null {
  const stops = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].flatMap((one) =>
    one.segment.trim() === '' ? [] : [edge === 'start' ? one.index : one.index + one.segment.length],
  )
  return (by === 1 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at)) ?? null
}

/** The place nearest to `at` where an edge may stand: for an end that is dragged. */
export function nearestStop(text: string, at: number, edge: Edge, language = 'en'): number | null {
  const before = nextStop(text, at + 1, edge, -1, language)
  const after = nextStop(text, at - 1, edge, 1, language)
  if (before === null || after === null) return before ?? after
  return at - before <= after - at ? before : after
}
