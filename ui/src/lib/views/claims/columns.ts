// The columns of the Claims view: what each shows, what it is sorted by, how wide it is. Kept on this machine.
import type { ListedClaim, ClaimOrder } from '$lib/types'
import { periodWords, valueWords } from '$lib/plots/words'

export type ColumnId =
  | 'statement'
  | 'value'
  | 'period'
  | 'stance'
  | 'credited'
  | 'verdict'
  | 'question'
  | 'document'
  | 'kind'
  | 'tags'
  | 'place'
  | 'credibility'
  | 'rationale'
  | 'reviewer'
  | 'modified'

export interface Column {
  id: ColumnId
  width: number
  order?: ClaimOrder
  /** Its share of what is left of a wide window, while nobody has drawn it to a width of its own. */
  grow?: number
  /** Figures stand at the right. */
  right?: boolean
  text: (claim: ListedClaim) => string
}

export const COLUMNS: readonly Column[] = [
  { id: 'statement', width: 330, order: 'statement', text: (claim) => claim.statement },
  { id: 'value', width: 132, order: 'value', right: true, text: (claim) => valueWords(claim.value) },
  { id: 'period', width: 108, order: 'period', text: (claim) => periodWords(claim.period) },
  { id: 'stance', width: 88, text: (claim) => claim.stance },
  { id: 'credited', width: 120, grow: 1, text: (claim) => claim.attributed_to ?? '' },
  { id: 'verdict', width: 120, order: 'verdict', text: (claim) => claim.verdict },
  { id: 'question', width: 190, grow: 2, order: 'question', text: (claim) => claim.question_text ?? '' },
  { id: 'document', width: 136, grow: 2, order: 'document', text: (claim) => claim.document_title },
  { id: 'kind', width: 110, text: (claim) => claim.kind ?? '' },
  { id: 'tags', width: 140, text: (claim) => claim.tags.join(', ') },
  { id: 'place', width: 110, text: (claim) => claim.place ?? '' },
  { id: 'credibility', width: 84, right: true, text: (claim) => claim.credibility?.toString() ?? '' },
  { id: 'rationale', width: 200, grow: 2, text: (claim) => claim.rationale ?? '' },
  { id: 'reviewer', width: 110, text: (claim) => claim.reviewer ?? '' },
  { id: 'modified', width: 132, order: 'modified', text: (claim) => claim.modified.slice(0, 16).replace('T', ' ') },
]

const SHOWN: readonly ColumnId[] = [
  'statement',
  'value',
  'period',
  'stance',
  'credited',
  'verdict',
  'question',
  'document',
]

export interface Chosen {
  id: ColumnId
  width: number
}

/** What is shown to begin with: all of it fits the smallest desk, 1280 px wide. */
export const STANDARD: readonly Chosen[] = SHOWN.map((id) => ({ id, width: columnOf(id).width }))

const LEAST = 56
const MOST = 900
const KEY = 'gainsay.claims.columns'

export function columnOf(id: ColumnId): Column {
  const column = COLUMNS.find((each) => each.id === id)
  if (!column) throw new Error(`no column ${id}`)
  return column
}

/** The share of a column as it is shown: the statement takes what the others leave. */
export const growOf = ({ id, width }: Chosen): number =>
  id === 'statement' ? 3 : width === columnOf(id).width ? (columnOf(id).grow ?? 0) : 0

export function resized(columns: readonly Chosen[], id: ColumnId, width: number): Chosen[] {
  const held = Math.round(Math.max(LEAST, Math.min(MOST, width)))
  return columns.map((column) => (column.id === id ? { id, width: held } : column))
}

/** Shows a column at the end, or takes it away; the statement always stays. */
export function toggled(columns: readonly Chosen[], id: ColumnId): Chosen[] {
  if (id === 'statement') return [...columns]
  if (columns.some((column) => column.id === id)) return columns.filter((column) => column.id !== id)
  return [...columns, { id, width: columnOf(id).width }]
}

/** Moves a column by so many places. */
export function moved(columns: readonly Chosen[], id: ColumnId, by: number): Chosen[] {
  const from = columns.findIndex((column) => column.id === id)
  const to = Math.max(0, Math.min(columns.length - 1, from + by))
  const column = columns[from]
  if (!column || from === to) return [...columns]
  return columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

export function remember(columns: readonly Chosen[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(columns))
  } catch {
    // A window without storage shows the standard columns next time.
  }
}

/** The columns kept on this machine; the standard ones where nothing readable is kept. */
export function remembered(): Chosen[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (!Array.isArray(kept)) return [...STANDARD]
    const known = kept.filter(
      (column): column is Chosen =>
        COLUMNS.some((each) => each.id === column?.id) && typeof column.width === 'number' && column.width >= LEAST,
    )
    return known.some((column) => column.id === 'statement') ? known : [...STANDARD]
  } catch {
    return [...STANDARD]
  }
}
