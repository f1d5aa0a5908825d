// Every string on screen, in one place and in the language of the window. The words themselves are in `messages/en` and
// its translations; a string with placeholders is a function of them: `count({ n })`.
import { en } from './messages/en'
import { language } from './messages/language.svelte'
import { LANGUAGES } from './messages/languages'
import { speak } from './messages/say'

export { alphabetical, byline, date, language, number, publishedWords } from './messages/language.svelte'
export { LANGUAGES } from './messages/languages'

export const messages = speak(en, LANGUAGES, () => language.at)
