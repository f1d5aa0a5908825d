// The columns of the sheet as the preview shows and copies them, and which of the file's each stands for.
import type { ClaimRow } from '$lib/types'
import { figure } from '$lib/plots/number'

export type SheetColumnId =
  | 'number'
  | 'verdict'
  | 'statement'
  | 'passage'
  | 'document'
  | 'stance'
  | 'credited'
  | 'distance'
  | 'value'
  | 'unit'
  | 'period'
  | 'place'
  | 'origins'
  | 'rationale'
  | 'reviewer'
  | 'override'
  | 'credibility'
  | 'reliability'
  | 'author'
  | 'publisher'
  | 'published'
  | 'kind'
  | 'tags'
  | 'note'

export interface SheetColumn {
  id: SheetColumnId
  width: number
  right?: boolean
  /** May run over two lines. */
  wraps?: boolean
  shown: boolean
  text: (row: ClaimRow) => string
}

/** The exported table's columns behind each of these: a value comes with its bounds, a period with its days. */
const FILED: Partial<Record<SheetColumnId, string[]>> = {
  passage: ['exact', 'position', 'edition'],
  document: ['document_title', 'document'],
  credited: ['attributed_to'],
  value: ['value_text', 'value_low', 'value_high', 'value_hedge', 'value_change'],
  unit: ['value_unit', 'value_per'],
  period: ['period_text', 'period_edtf', 'period_from', 'period_to', 'period_relation', 'period_hedge'],
  rationale: ['rationale', 'verdicts'],
}

/** In every file: under which question a claim stands, and its id. */
const ALWAYS = ['question_text', 'claim']

/** The exported table's columns for those that are shown. */
export function filed(shown: ReadonlySet<SheetColumnId>): string[] {
  return [...[...shown].flatMap((id) => FILED[id] ?? [id]), ...ALWAYS]
}

/** In the order of the exported table. */
export const COLUMNS: readonly SheetColumn[] = [
  { id: 'number', width: 44, right: true, shown: true, text: (row) => String(row.number) },
  { id: 'verdict', width: 120, shown: true, text: (row) => row.verdict },
  { id: 'statement', width: 290, wraps: true, shown: true, text: (row) => row.statement },
  {
    id: 'passage',
    width: 320,
    wraps: true,
    shown: false,
    text: (row) => row.passages.map((passage) => passage.exact).join(' … '),
  },
  { id: 'document', width: 150, wraps: true, shown: true, text: (row) => row.document_title },
  { id: 'stance', width: 88, shown: true, text: (row) => row.stance },
  { id: 'credited', width: 124, wraps: true, shown: true, text: (row) => row.attributed_to ?? '' },
  { id: 'distance', width: 96, shown: false, text: (row) => row.distance ?? '' },
  { id: 'value', width: 112, right: true, shown: true, text: (row) => row.value_text ?? bounds(row) },
  { id: 'unit', width: 72, shown: false, text: (row) => [row.value?.unit, row.value?.per].filter(Boolean).join(' / ') },
  { id: 'period', width: 110, wraps: true, shown: true, text: (row) => row.period_text ?? row.period?.edtf ?? '' },
  { id: 'place', width: 110, shown: false, text: (row) => row.place ?? '' },
  { id: 'origins', width: 72, right: true, shown: true, text: (row) => String(row.origins) },
  { id: 'rationale', width: 190, wraps: true, shown: true, text: (row) => row.rationale ?? '' },
  { id: 'reviewer', width: 110, shown: false, text: (row) => row.reviewer ?? '' },
  { id: 'override', width: 84, shown: false, text: (row) => (row.override ? 'yes' : '') },
  { id: 'credibility', width: 84, right: true, shown: false, text: (row) => row.credibility?.toString() ?? '' },
  { id: 'reliability', width: 84, shown: false, text: (row) => row.reliability ?? '' },
  { id: 'author', width: 130, wraps: true, shown: false, text: (row) => row.author ?? '' },
  { id: 'publisher', width: 130, wraps: true, shown: false, text: (row) => row.publisher ?? '' },
  { id: 'published', width: 96, shown: false, text: (row) => row.published ?? '' },
  { id: 'kind', width: 110, shown: false, text: (row) => row.kind ?? '' },
  { id: 'tags', width: 130, wraps: true, shown: false, text: (row) => row.tags.join(', ') },
  { id: 'note', width: 180, wraps: true, shown: false, text: (row) => row.note ?? '' },
]

function bounds(row: ClaimRow): string {
  const { low, high } = row.value ?? { low: null, high: null }
  if (low !== null && high !== null) return low === high ? figure(low) : `${figure(low)}–${figure(high)}`
  return low !== null ? `≥ ${figure(low)}` : high !== null ? `≤ ${figure(high)}` : ''
}

/**
 * Rows as tab-separated values for the clipboard: tabs and line breaks within a cell become spaces, and a cell that
 * could start a formula is led by an apostrophe, as in exported files.
 */
export function tsv(
  rows: readonly ClaimRow[],
  columns: readonly SheetColumn[],
  heads: (id: SheetColumnId) => string,
): string {
  const cell = (text: string) => {
    const flat = text.replace(/[\t\r\n]+/g, ' ')
    return /^\s*[=+\-@＝＋－＠]/.test(flat) && !/^\s*-?[\d.,]+$/.test(flat) ? `'${flat}` : flat
  }
  const lines = [
    columns.map((column) => heads(column.id)),
    ...rows.map((row) => columns.map((column) => column.text(row))),
  ]
  return lines.map((line) => line.map(cell).join('\t')).join('\n')
}
