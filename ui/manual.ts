// The manual inside the window: docs/manual, read at build time into a tree. No HTML crosses into the page: what is
// written there is text, marked as keys, code, emphasis or a link to another page of the manual.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Block, Inline, ManualPage } from './src/lib/views/frame/manual'

const PAGES = ['desk.md', 'reading.md', 'care.md', '../glossary.md', 'ar/job.md']
const folder = new URL('../docs/manual/', import.meta.url)
const MARKS =
  /<kbd>(.*?)<\/kbd>|`([^`]+)`|\*\*(.+?)\*\*|\*([^*]+)\*|_([^_\s][^_]*)_(?!\w)|!?\[([^\]]*)\]\(([^)]+)\)|\\([\\`*_[\]])/g

/** The marks of a line. */
export function inlines(text: string): Inline[] {
  const out: Inline[] = []
  let at = 0
  for (const found of text.matchAll(MARKS)) {
    if (found.index > at) out.push({ text: text.slice(at, found.index) })
    const [all, key, code, strong, weak, under, label, target, escaped] = found
    if (key !== undefined) out.push({ text: key, as: 'key' })
    else if (code !== undefined) out.push({ text: code, as: 'code' })
    else if (strong !== undefined)
      out.push(...inlines(strong).map((one) => ({ ...one, as: one.as ?? ('strong' as const) })))
    else if (weak !== undefined || under !== undefined) out.push({ text: weak ?? under ?? '', as: 'weak' })
    else if (escaped !== undefined) out.push({ text: escaped })
    else if (!all.startsWith('!')) {
      const page = PAGES.map(nameOf).find((name) => target?.includes(`${name}.md`))
      out.push(page ? { text: label ?? '', as: 'page', page } : { text: label ?? '' })
    }
    at = found.index + all.length
  }
  if (at < text.length) out.push({ text: text.slice(at) })
  return out
}

/** Pages in a language other than English stand in a folder of its code. */
const languageOf = (file: string) => /^[a-z]{2}(?=\/)/.exec(file)?.[0] ?? 'en'
const nameOf = (file: string) => file.replace(/^.*\//, '').replace('.md', '')
const cells = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inlines(cell.trim().replaceAll('\\|', '|')))

/** A page in blocks; pictures stay outside. */
export function pageOf(name: string, source: string, language = 'en'): ManualPage {
  const blocks: Block[] = []
  const lines = source.split('\n')
  let title = name
  const special = (line: string) => /^(#|\||```|[-*] |\d+\. |\s*$)/.test(line)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const heading = /^(#+) (.*)/.exec(line)
    const item = /^([-*]|\d+\.) (.*)/.exec(line)
    if (heading?.[1] === '#') title = (heading[2] ?? '').replaceAll('`', '')
    else if (heading)
      blocks.push({ kind: 'heading', inlines: inlines(heading[2] ?? ''), level: heading[1]?.length ?? 2 })
    else if (line.startsWith('```')) {
      const from = at + 1
      while (at + 1 < lines.length && !lines[at + 1]?.startsWith('```')) at++
      blocks.push({ kind: 'code', text: lines.slice(from, ++at).join('\n') })
    } else if (line.startsWith('|')) {
      const rows = [cells(line)]
      while (lines[at + 1]?.startsWith('|')) {
        at++
        if (!/^[|\s:-]+$/.test(lines[at] ?? '')) rows.push(cells(lines[at] ?? ''))
      }
      blocks.push({ kind: 'table', rows })
    } else if (item || (line.trim() && !line.startsWith('!['))) {
      let text = item ? (item[2] ?? '') : line
      while (at + 1 < lines.length && !special(lines[at + 1] ?? '')) text += ` ${(lines[++at] ?? '').trim()}`
      const words = inlines(text.trim())
      const last = blocks.at(-1)
      if (!item) blocks.push({ kind: 'paragraph', inlines: words })
      else if (last?.kind === 'list') last.items.push(words)
      else blocks.push({ kind: 'list', items: [words] })
    }
  }
  return { name, title, language, blocks }
}

export const manualPages = (): ManualPage[] =>
  PAGES.map((file) => pageOf(nameOf(file), readFileSync(new URL(file, folder), 'utf8'), languageOf(file)))

/** `virtual:manual`, fetched when the manual is first opened. */
export function manual(): Plugin {
  return {
    name: 'manual',
    resolveId: (id) => (id === 'virtual:manual' ? '\0manual' : undefined),
    load(id) {
      if (id !== '\0manual') return undefined
      for (const file of PAGES) this.addWatchFile(fileURLToPath(new URL(file, folder)))
      return `export const pages = ${JSON.stringify(manualPages())}`
    },
  }
}
