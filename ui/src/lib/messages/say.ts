// How strings become words on screen. A language is data: a tree of strings with {placeholders}, and plurals as an object
// by the categories of Intl.PluralRules ("=0" where nothing is said in its own way). English is the shape every other
// language has; its placeholders are the arguments. A function of placeholders, never of positions: word order differs.

type Category = '=0' | 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** One sentence by number. The number is always the placeholder `n`. */
export type Plural = { readonly other: string } & { readonly [C in Exclude<Category, 'other'>]?: string }

/** What may stand for a placeholder; numbers are written as the language writes them. */
export type Given = Record<string, string | number>

type Bare<N extends string> = N extends `${infer Name}:${string}` ? Name : N
type Names<S extends string> = S extends `${string}{${infer N}}${infer Rest}` ? Bare<N> | Names<Rest> : never
type Filled<N extends string> = [N] extends [never] ? string : (given: { [K in N]: string | number }) => string
type IsPlural<T> = T extends { other: string } ? (keyof T extends Category ? true : false) : false

/** The words of a language as the window uses them: a string, or a function of its placeholders. */
export type Said<T> = T extends string
  ? Filled<Names<T>>
  : IsPlural<T> extends true
    ? (given: { n: number } & { [K in Exclude<Names<Extract<T[keyof T], string>>, 'n'>]: string | number }) => string
    : { readonly [K in keyof T]: Said<T[K]> }

/** What another language has to say: the same keys, in its own words. */
export type Translation<T> = T extends string
  ? string
  : IsPlural<T> extends true
    ? Plural
    : { readonly [K in keyof T]: Translation<T[K]> }

const CATEGORIES: readonly string[] = ['=0', 'zero', 'one', 'two', 'few', 'many', 'other']
const PLACE = /\{(\w+)(:small)?\}/g

export function isPlural(words: unknown): words is Plural {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return false
  const keys = Object.keys(words)
  return 'other' in words && keys.every((key) => CATEGORIES.includes(key))
}

/** The placeholders of a string or of all forms of a plural, sorted. */
export function placeholders(words: string | Plural): string[] {
  const forms = typeof words === 'string' ? [words] : Object.values(words)
  return [...new Set(forms.flatMap((form) => [...form.matchAll(PLACE)].map((found) => found[1] ?? '')))].sort()
}

/** `words` with its placeholders filled; `{name:small}` begins with a small letter, in the middle of a sentence. */
export function fill(words: string | Plural, given: Given, locale: string, direction = 'ltr'): string {
  return form(words, given.n, locale).replace(PLACE, (_, name: string, small?: string) => {
    const value = given[name] ?? ''
    if (typeof value === 'number') return numbers(locale).format(value)
    return apart(small ? value.toLocaleLowerCase(locale) : value, direction)
  })
}

/** What is filled in keeps its own direction within a line that runs the other way. */
const apart = (value: string, direction: string) => (direction === 'rtl' && value ? `\u2068${value}\u2069` : value)

function form(words: string | Plural, n: string | number | undefined, locale: string): string {
  if (typeof words === 'string') return words
  if (typeof n !== 'number') return words.other
  if (n === 0 && words['=0'] !== undefined) return words['=0']
  return words[plurals(locale).select(n)] ?? words.other
}

const kept = <T>(make: (locale: string) => T) => {
  const made = new Map<string, T>()
  return (locale: string): T => {
    const found = made.get(locale) ?? make(locale)
    made.set(locale, found)
    return found
  }
}
const numbers = kept((locale) => new Intl.NumberFormat(locale))
const plurals = kept((locale) => new Intl.PluralRules(locale))

/**
 * The tree of `shape` in the language that `which` names at the moment of reading, an index into `languages`. Strings are
 * getters and functions look when they are called, so that a component that keeps a branch follows a change of language.
 */
export function speak<T extends object>(
  shape: T,
  languages: readonly { locale: string; direction: string; words: Translation<T> }[],
  which: () => number,
): Said<T> {
  const all = languages.map((language) => language.words as unknown)
  return branch(shape, all, (at) => languages[at] ?? { locale: 'en', direction: 'ltr' }, which) as Said<T>
}

interface Written {
  locale: string
  direction: string
}

function branch(shape: object, languages: unknown[], of: (at: number) => Written, which: () => number): object {
  const said: object = Array.isArray(shape) ? [] : {}
  for (const [key, own] of Object.entries(shape)) {
    const each = languages.map((words) => (words as Record<string, unknown>)[key])
    if (typeof own === 'object' && own !== null && !isPlural(own)) {
      Object.defineProperty(said, key, { enumerable: true, value: branch(own, each, of, which) })
      continue
    }
    const words = each as (string | Plural)[]
    const plain = typeof own === 'string' && placeholders(own).length === 0
    const now = () => words[which()] ?? (own as string | Plural)
    const filled = (given: Given) => {
      const { locale, direction } = of(which())
      return fill(now(), given, locale, direction)
    }
    Object.defineProperty(said, key, { enumerable: true, get: plain ? now : () => filled })
  }
  return said
}
