// The document on the page after a change: what came anew takes its place among what stays. Pure. The text itself never
// changes, and a long one with thousands of claims is not fetched again for each claim that is recorded.
import type { Changes, DocumentAnew, Mark, OpenDocument } from '../types'

/** The claims of an open document that a change concerns; `null` where it concerns nothing of it. */
export function concerned(open: OpenDocument, changes: Changes): string[] | null {
  const claims = new Set(changes.claims)
  const questions = new Set(changes.questions)
  const own = open.marks.filter(
    (mark) => claims.has(mark.claim) || (mark.question !== null && questions.has(mark.question)),
  )
  if (own.length === 0 && !changes.documents.includes(open.document.document)) return null
  return [...new Set([...changes.claims, ...own.map((mark) => mark.claim)])]
}

/** The open document with what came anew of it, asked for by these claims; `null` where it has to be opened again: its text is
 *  another now, or a suggestion came back that is not here. */
export function withAnew(open: OpenDocument, asked: readonly string[], anew: DocumentAnew): OpenDocument | null {
  if (anew.edition !== open.edition) return null
  const known = new Map(open.suggestions.map((one) => [one.suggestion, one]))
  const suggestions = anew.suggestions.map(([id, dismissed]) => {
    const one = known.get(id)
    return one && (one.dismissed === dismissed ? one : { ...one, dismissed })
  })
  if (!suggestions.every((one) => one !== undefined)) return null
  const gone = new Set(asked)
  const marks = [...open.marks.filter((mark) => !gone.has(mark.claim)), ...anew.marks].sort(byPlace)
  return { ...open, document: anew.document, relations: anew.relations, marks, suggestions }
}

/** As the desktop has them: those that stand nowhere in this edition first. */
function byPlace(a: Mark, b: Mark): number {
  const [one, two] = [a.ranges[0], b.ranges[0]]
  if (!one || !two) return Number(one !== undefined) - Number(two !== undefined) || (a.claim < b.claim ? -1 : 1)
  return one[0] - two[0] || one[1] - two[1] || (a.claim < b.claim ? -1 : 1)
}
