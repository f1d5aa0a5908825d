// Sheet: the export as it will look.
import type { SheetFormat } from '../types'
import type { SheetColumnId } from '../views/sheet/columns'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

const format: Record<SheetFormat, string> = { xlsx: 'Excel', csv: 'CSV', json: 'JSON' }
const formatHint: Record<SheetFormat, string> = {
  xlsx: 'A workbook: cover, claims, questions, disagreements, sources',
  csv: 'One table of the claims, UTF-8',
  json: 'Everything, after schema/claim-sheet.schema.json',
}

/** The headings of the exported file. */
const column: Record<SheetColumnId, string> = {
  number: 'No.',
  verdict: 'Verdict',
  statement: 'Claim',
  passage: 'Words of the document',
  document: 'Document',
  stance: 'Stance',
  credited: 'Credited to',
  distance: 'Distance',
  value: 'Value',
  unit: 'Unit',
  period: 'Period',
  place: 'Place',
  origins: 'Affirming origins',
  rationale: 'Rationale',
  reviewer: 'Reviewer',
  override: 'Override',
  credibility: 'Credibility (1–6)',
  reliability: 'Reliability (A–F)',
  author: 'Author',
  publisher: 'Publisher',
  published: 'Published',
  kind: 'Kind',
  tags: 'Tags',
  note: 'Note',
}

export const sheet = {
  title: 'Claim sheet',
  rows: 'Rows',
  columns: 'Columns',
  of: (n: number | null, all: number | null) =>
    n === null || all === null ? '' : `${n.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  shownColumns: (n: number, all: number) => `${n} of ${all}`,
  file: 'Columns of the file',
  fileAll: 'File carries every column',
  fileShown: 'File carries those chosen',
  columnsHint: 'Chosen columns are shown and copied.',
  jsonHint: 'JSON always carries everything.',
  filter: 'Claims of the sheet',
  placeholder: 'Everything; or words, verdict: tag: period:2014..2020 …',
  format,
  formats: 'Format',
  formatHint,
  column,
  table: 'Claim sheet',
  noQuestion: 'Under no question',
  heading: (claims: number) => plural(claims, 'claim', 'claims'),
  summary: (claims: number, questions: number, disagreements: number) =>
    `${plural(claims, 'claim', 'claims')} · ${plural(questions, 'question', 'questions')} · ${plural(disagreements, 'disagreement', 'disagreements')}`,
  tooMany: (n: number) => `${plural(n, 'claim', 'claims')} are too many to look at`,
  tooManyText: 'Narrow the query to see them here. The export holds all of them as it is.',
  overrides: (n: number) =>
    n === 1
      ? ' claim was given its verdict over an objection. It keeps its override and its rationale.'
      : ' claims were given their verdict over an objection. They keep their override and rationale.',
  layingOut: 'Laying out the sheet',
  layingOutText: 'Every claim with its question, origins and verdicts.',
  noOverrides: 'No verdict stands over an objection.',
  showThem: 'Show them',
  showAll: 'Show all',
  formula: 'Cells that could start a formula are written as text.',
  override: 'over an objection',
  copy: 'Copy',
  copied: (rows: number) => `${plural(rows, 'claim', 'claims')} copied, tab by tab`,
  cannotCopy: 'This window may not write to the clipboard. Export a CSV file instead.',
  export: 'Export…',
  exporting: 'Exporting…',
  exported: (path: string, claims: number) => `${plural(claims, 'claim', 'claims')} written to ${path}`,
  absent: '–',
  actions: {
    group: 'Claim sheet',
    export: 'Export the claim sheet…',
    copy: 'Copy the claim sheet',
    filter: 'Filter the claim sheet',
    format: (name: string) => `Format: ${name}`,
  },
  empty: {
    title: 'The sheet is empty',
    text: 'No claim answers this query.',
    none: 'Record claims in Read; what you review appears here.',
    go: 'Go to Read',
  },
  failed: 'The sheet could not be made',
  again: 'Try again',
}
