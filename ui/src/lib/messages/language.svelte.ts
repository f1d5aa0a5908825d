// The language of the window: which one, how it is written, its numbers and dates. What documents say keeps its own
// language and direction; so do the sentences that come from the project itself (reasons, summaries of operations).
import { LANGUAGES, type LanguageCode } from './languages'

export class Language {
  #at = $state(0)

  /** Its place among LANGUAGES. */
  get at(): number {
    return this.#at
  }

  get code(): LanguageCode {
    return (LANGUAGES[this.#at] ?? LANGUAGES[0]).code
  }

  get direction(): 'ltr' | 'rtl' {
    return (LANGUAGES[this.#at] ?? LANGUAGES[0]).direction
  }

  /** 1 where lines run from left to right, else -1: what a step to the right is worth along the line. */
  get along(): 1 | -1 {
    return this.direction === 'rtl' ? -1 : 1
  }

  get locale(): string {
    return (LANGUAGES[this.#at] ?? LANGUAGES[0]).locale
  }

  /** As chosen; "system" is the first language the system prefers that the window speaks, else English. */
  choose(choice: string, preferred: readonly string[] = navigator.languages): void {
    const wanted = choice === 'system' ? preferred.map((tag) => tag.split('-')[0]) : [choice]
    const found = wanted.map((code) => LANGUAGES.findIndex((one) => one.code === code)).find((at) => at >= 0)
    this.#at = found ?? 0
  }
}

export const language = new Language()

type Format = Intl.NumberFormat | Intl.DateTimeFormat | Intl.Collator

const formats = new Map<string, Format>()

function format<T extends Format>(key: string, make: (locale: string) => T): T {
  const name = `${language.locale} ${key}`
  const found = (formats.get(name) as T | undefined) ?? make(language.locale)
  formats.set(name, found)
  return found
}

/** Which of two names comes first, as the language orders them; "Part 2" comes before "Part 10". */
export const alphabetical = (a: string, b: string): number =>
  format('order', (locale) => new Intl.Collator(locale, { numeric: true })).compare(a, b)

/** A count, as the language writes it. */
export const number = (n: number): string => format('number', (locale) => new Intl.NumberFormat(locale)).format(n)

const DATES = {
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A moment in this machine's time zone, as the language writes it. */
export function date(at: string | Date, style: keyof typeof DATES): string {
  const made = format(`date ${style}`, (locale) => new Intl.DateTimeFormat(written(locale), DATES[style]))
  // Beside names in other letters a date from the right keeps its own order.
  return language.direction === 'rtl' ? `\u2068${made.format(new Date(at))}\u2069` : made.format(new Date(at))
}

/** When a document was published, as the language writes a day; a month or a year alone stays as it is. */
export const publishedWords = (at: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(at) ? date(`${at}T12:00`, 'medium') : at

/** Who stands behind a document, and when it was published; empty where nothing of it is known. */
export const byline = (document: {
  author: string | null
  publisher: string | null
  published: string | null
}): string =>
  [document.author, document.publisher, document.published && publishedWords(document.published)]
    .filter(Boolean)
    .join(' · ')

/** English dates are written day first, as in the sheet. */
const written = (locale: string) => (locale === 'en' ? 'en-GB' : locale)
