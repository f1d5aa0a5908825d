// Rows of a text that follow one another are a table: its columns, and which of them hold figures. Pure.
import type { Block } from '../types'

export interface Table {
  /** Index of its first row among the blocks of the text. */
  first: number
  /** Shares of the width, a number a column. */
  columns: number[]
  /** Columns whose cells are mostly figures: they stand at the line's end. */
  figures: boolean[]
  /** The first row names the columns. */
  headed: boolean
}

/** Widths are taken from so many rows; a table of thousands looks no different. */
const LOOKED_AT = 200
const WIDEST = 36
const NARROWEST = 5
/** "1,204", "≈ 3.5 %", "$ 800 m", "–". */
const FIGURE = /^[^\p{L}]*(\d[^\p{L}]*(\p{L}{1,3}\.?)?|[–—-])$/u

/** The table each row belongs to, by the index of its block. */
export function tablesIn(blocks: readonly Block[], textOf: (block: Block) => string): Map<number, Table> {
  const tables = new Map<number, Table>()
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at]?.kind !== 'row') continue
    const first = at
    while (blocks[at + 1]?.kind === 'row') at++
    const rows = blocks.slice(first, Math.min(at + 1, first + LOOKED_AT)).map((block) => textOf(block).split('\t'))
    const table = { first, ...shapeOf(rows) }
    for (let row = first; row <= at; row++) tables.set(row, table)
  }
  return tables
}

function shapeOf(rows: string[][]): Omit<Table, 'first'> {
  const count = Math.max(1, ...rows.map((row) => row.length))
  const body = rows.length > 1 ? rows.slice(1) : rows
  const columns = Array.from({ length: count }, (_, column) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => row[column]?.trim().length ?? 0))),
  )
  const figures = columns.map((_, column) => {
    const said = body.map((row) => row[column]?.trim() ?? '').filter(Boolean)
    return said.length > 0 && said.filter((words) => FIGURE.test(words)).length > said.length / 2
  })
  const first = rows[0] ?? []
  const headed =
    rows.length > 1 &&
    figures.some((yes) => yes) &&
    first.every((words, column) => !figures[column] || !FIGURE.test(words.trim()) || isYear(words.trim())) &&
    first.some((words, column) => figures[column] && words.trim() !== '')
  return { columns, figures, headed }
}

/** Years head columns of figures more often than they are figures themselves. */
const isYear = (words: string) => /^(1[5-9]|20)\d\d(\/\d\d)?$/.test(words)
