// The manual's tree, and finding in it.
export interface Inline {
  text: string
  as?: 'key' | 'code' | 'strong' | 'weak' | 'page'
  /** The page a link leads to. */
  page?: string
}

export type Block =
  | { kind: 'heading'; inlines: Inline[]; level: number }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'table'; rows: Inline[][][] }
  | { kind: 'code'; text: string }

export interface ManualPage {
  name: string
  title: string
  /** The code of the language it is written in. */
  language: string
  blocks: Block[]
}

/** A page or a part of it under one heading. */
export interface Part {
  page: string
  title: string
  language: string
  blocks: Block[]
}

/** The pages for a window in this language: its own first, then the English ones, which have everything. */
export const pagesFor = (pages: readonly ManualPage[], language: string): ManualPage[] => [
  ...pages.filter((page) => page.language === language),
  ...pages.filter((page) => page.language === 'en' && language !== 'en'),
]

export const plain = (inlines: readonly Inline[]): string => inlines.map((one) => one.text).join('')

export function wordsOf(block: Block): string {
  if (block.kind === 'code') return block.text
  if (block.kind === 'list') return block.items.map(plain).join(' ')
  if (block.kind === 'table') return block.rows.flat().map(plain).join(' ')
  return plain(block.inlines)
}

/** A page in the parts its headings make. */
export function partsOf(page: ManualPage): Part[] {
  const parts: Part[] = [{ page: page.name, title: page.title, language: page.language, blocks: [] }]
  for (const block of page.blocks) {
    if (block.kind === 'heading')
      parts.push({ page: page.name, title: plain(block.inlines), language: page.language, blocks: [block] })
    else parts.at(-1)?.blocks.push(block)
  }
  return parts.filter((part) => part.blocks.length > 0)
}

/** The parts that hold every word, those that have one in their title first. */
export function find(pages: readonly ManualPage[], sought: string): Part[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const titled = (part: Part) => words.some((word) => part.title.toLowerCase().includes(word))
  return pages
    .flatMap(partsOf)
    .filter((part) => {
      const text = `${part.title} ${part.blocks.map(wordsOf).join(' ')}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => Number(titled(b)) - Number(titled(a)))
}
