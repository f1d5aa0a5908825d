// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'svelte/compiler'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { alphabetical } from './language.svelte'
import { LANGUAGES } from './languages'
import { fill, isPlural, placeholders, speak, type Plural } from './say'

/** Every string of a language by its path. */
function leaves(words: object, path = ''): Map<string, string | Plural> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string | Plural][] =>
      typeof value === 'string' || isPlural(value)
        ? [[`${path}${key}`, value]]
        : [...leaves(value as object, `${path}${key}.`)],
    ),
  )
}

const shape = leaves(en)

describe.each(LANGUAGES.map((language) => [language.code, language] as const))('%s', (_, language) => {
  const words = leaves(language.words)

  it('has exactly the keys of English', () => {
    expect([...words.keys()].sort()).toEqual([...shape.keys()].sort())
  })
  it('has the placeholders of English, in an order of its own', () => {
    for (const [key, value] of words)
      expect([key, placeholders(value)]).toEqual([key, placeholders(shape.get(key) ?? '')])
  })
  it('has plurals where English has them, by the categories of its own', () => {
    const categories: string[] = [...new Intl.PluralRules(language.locale).resolvedOptions().pluralCategories, '=0']
    for (const [key, value] of words) {
      expect([key, isPlural(value)]).toEqual([key, isPlural(shape.get(key))])
      if (!isPlural(value)) continue
      for (const category of Object.keys(value)) expect(categories, key).toContain(category)
    }
  })
  it('says something everywhere', () => {
    for (const [key, value] of words)
      for (const form of typeof value === 'string' ? [value] : Object.values(value))
        expect(form.trim(), key).not.toBe('')
  })
})

describe('Arabic', () => {
  const arabic = LANGUAGES[1]

  it('is written in its own letters, but for names and codes', () => {
    for (const [key, value] of leaves(arabic.words)) {
      // What is left once placeholders are taken out.
      const own = (typeof value === 'string' ? value : Object.values(value).join(' ')).replace(/\{[^}]*\}/g, '')
      if (/\p{L}/u.test(own)) expect(own, key).toMatch(/\p{Script=Arabic}|^Gainsay|^Excel$|^CSV$|^JSON$/u)
    }
  })
  it('counts by its own categories', () => {
    const said = (n: number) => fill(arabic.words.desk.claims.count, { n }, arabic.locale)
    expect([1, 2, 3, 11, 100, 1200].map(said)).toEqual([
      'ادعاء واحد',
      'ادعاءان',
      '3 ادعاءات',
      '11 ادعاءً',
      '100 ادعاء',
      '1,200 ادعاء',
    ])
  })
})

describe('speaking', () => {
  it('follows the language at the moment of reading, in branches that were taken before', () => {
    let at = 0
    const branch = speak(en, LANGUAGES, () => at).desk.claims
    const count = branch.count
    expect([branch.title, count({ n: 2 })]).toEqual(['Claims', '2 claims'])
    at = 1
    expect([branch.title, count({ n: 2 })]).toEqual(['الادعاءات', 'ادعاءان'])
  })
  it('sets what it fills in apart, where lines run from right to left', () => {
    const said = speak(en, LANGUAGES, () => 1)
    expect(said.desk.disagreements.apart({ words: '$179 m' })).toBe('الفارق \u2068$179 m\u2069')
  })
  it('fills placeholders, small where it is asked to, and never fills what was filled', () => {
    expect(fill('{a:small} and {b}', { a: 'Affirms', b: '{a}' }, 'en')).toBe('affirms and {a}')
    expect(fill({ '=0': 'none', one: '{n} hit', other: '{n} hits' }, { n: 0 }, 'en')).toBe('none')
    expect(fill({ one: '{n} hit', other: '{n} hits' }, { n: 1234 }, 'en')).toBe('1,234 hits')
  })
})

const source = join(import.meta.dirname, '../..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
const components = files
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => [file, readFileSync(join(source, file), 'utf8')] as const)

const SAID = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'text'])
const WORD = /\p{L}{2,}/u
const SENTENCE = /^\p{Lu}\p{L}+ \p{L}+.*|\p{L} \p{L}+.*[.…?!]$/u

interface Node {
  type?: string
  name?: string
  data?: string
  value?: unknown
  [part: string]: unknown
}

/** Literal words in a component's markup, in the attributes that are read, and sentences in its code. */
function literals(file: string, code: string): string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach((child) => walk(child))
    if (typeof node !== 'object' || node === null) return
    const one = node as Node
    if (one.type === 'Comment' || one.type === 'ImportDeclaration' || one.type === 'StyleDirective') return
    if (one.type === 'Attribute') {
      const parts = Array.isArray(one.value) ? (one.value as Node[]) : []
      if (SAID.has(one.name ?? ''))
        for (const part of parts) if (part.type === 'Text' && WORD.test(part.data ?? '')) found.push(part.data ?? '')
      walk(one.value === true ? null : parts.length ? parts.filter((part) => part.type !== 'Text') : one.value)
      return
    }
    if (one.type === 'Text' && WORD.test(one.data ?? '')) found.push((one.data ?? '').trim())
    if (one.type === 'Literal' && typeof one.value === 'string' && SENTENCE.test(one.value)) found.push(one.value)
    for (const [key, part] of Object.entries(one)) if (key !== 'css') walk(part)
  }
  const tree = parse(code, { modern: true, filename: file })
  walk(tree.fragment)
  walk(tree.instance)
  walk(tree.module)
  return found
}

describe('components', () => {
  it.each(components)('%s holds no words of its own', (file, code) => {
    // Keys as they stand on keyboards, and the codes of the query text, are no words of a language.
    const names = /^(Ctrl|Alt|Shift|Enter|Esc|Tab|Del|Space|F\d+|×|Gainsay|· SHA-256)\b/
    expect(literals(file, code).filter((words) => !names.test(words))).toEqual([])
  })
  it.each([...components, ['theme.css', readFileSync(join(source, 'theme.css'), 'utf8')] as const])(
    '%s is laid out along the line, not by left and right',
    (file, code) => {
      const css = file.endsWith('.css') ? code : (/<style>[\s\S]*<\/style>/.exec(code)?.[0] ?? '')
      const physical =
        /^\s*((margin|padding|border)-(left|right)[\w-]*|left|right|float|border-(top|bottom)-(left|right)-radius)\s*:|text-align:\s*(left|right)/gm
      expect(css.match(physical) ?? []).toEqual([])
    },
  )
})

it('orders names as a reader would: numbers by their size, letters with their accents beside those without', () => {
  const names = ['Part 10', 'Zebra', 'Part 2', 'émigré', 'Emil', 'part 1', 'Emma']
  expect(names.toSorted(alphabetical)).toEqual(['émigré', 'Emil', 'Emma', 'part 1', 'Part 2', 'Part 10', 'Zebra'])
})
