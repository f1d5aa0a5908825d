// What the core says, in the language of the window: its sentences have their places open, and what is English there is
// worded anew. What nobody wrote a sentence for (a reviewer's own words, an older log) stays as it is.
import { language, messages } from './messages'
import { en } from './messages/en'
import { fill, type Plural } from './messages/say'
import { LANGUAGES } from './messages/languages'
import { stretchWords } from './plots/time'
import { periodWords, valueWords } from './plots/words'
import { visible } from './text/hidden'
import type { Contrast, Given, Reason, Said, Told, Value, When } from './types'

type Tree = Record<string, Record<string, string | Plural> | undefined>

const english = () => language.code === LANGUAGES[0].code

/** A sentence of the core in the window's language; `words` are its English ones. Characters that nobody sees, which would turn
 *  what is said round, are written out. */
export function told(words: string, said: Said | null | undefined): string {
  const found = english() || !said ? null : filled(said)
  return found ?? visible(words)
}

/** The same where there may be none. */
export const toldOf = (given: Told | null): string | null => given && told(given.words, given.said)

/** Several sentences, in their order. */
export const toldAll = (words: readonly string[], said: readonly (Said | null)[]): string[] =>
  words.map((one, nth) => told(one, said[nth]))

function filled(said: Said): string | null {
  const words = ((LANGUAGES[language.at] ?? LANGUAGES[0]).words.core as Tree)[said.list]?.[said.sentence]
  if (words === undefined) return null
  const given = Object.entries(said.given).map(([place, one]) => [place, standing(place, one ?? '')] as const)
  return fill(words, Object.fromEntries(given), language.locale, language.direction)
}

/** Words of documents and reviewers stay; a place that is named after a closed list holds one of its words. */
function standing(place: string, given: Given): string | number {
  if (typeof given === 'object') return filled(given) ?? inEnglish(given)
  if (typeof given === 'string' && (place === 'verdict' || place === 'asks'))
    return (messages.words[place] as Record<string, string>)[given] ?? given
  return typeof given === 'string' ? visible(given) : given
}

/** A sentence within another that the language has no words for. */
const inEnglish = (said: Said): string => {
  const words = (en.core as Tree)[said.list]?.[said.sentence] ?? ''
  return fill(words, said.given as Record<string, string | number>, 'en')
}

/** Why two claims disagree, in one sentence. Characters that nobody sees are written out in what documents or reviewers wrote. */
export function reasonWords(reason: Reason): string {
  if (english() || !reason.contrast) return visible(reason.detail)
  return contrastWords(reason.contrast)
}

export function contrastWords(contrast: Contrast): string {
  const { contrast: text, does } = messages.core
  const pair = <T>(words: (one: T) => string, { one, other }: { one: T; other: T }) => ({
    one: words(one),
    other: words(other),
  })
  switch (contrast.by) {
    case 'stances':
      return text.stances(pair((stance) => does[stance], contrast))
    case 'values':
      return text.values(pair<Value>(valueWords, contrast))
    case 'directions':
      return text.directions(pair<Value>(valueWords, contrast))
    case 'beginnings':
      return text.beginnings({ ...pair<When>(periodWords, contrast), apart: stretchWords(contrast.days) })
    case 'left-out':
      return text['left-out']({ names: list(contrast.names) })
    case 'parties':
      return text.parties(pair(list, contrast))
  }
}

const list = (names: readonly string[]): string => new Intl.ListFormat(language.locale).format(names.map(visible))
