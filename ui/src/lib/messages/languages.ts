// The languages of the window. Adding one is adding a folder like `ar/` and a line here; English is the shape.
import { ar } from './ar'
import { en } from './en'
import type { Translation } from './say'

export const LANGUAGES = [
  { code: 'en', name: 'English', direction: 'ltr', locale: 'en', words: en },
  // Figures are those of the documents and of the sheet, which are compared with one another: Latin digits.
  { code: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn', words: ar },
] as const satisfies readonly {
  code: string
  name: string
  direction: 'ltr' | 'rtl'
  locale: string
  words: Translation<typeof en>
}[]

export type LanguageCode = (typeof LANGUAGES)[number]['code']
