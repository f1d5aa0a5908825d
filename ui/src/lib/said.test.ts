import { afterEach, describe, expect, it } from 'vitest'
import * as api from './api'
import { language } from './messages'
import { reasonWords, told, toldAll } from './said'
import type { Contrast, Reason, Value, When } from './types'

afterEach(() => language.choose('en'))

const plain = (words: string) => words.replaceAll(/[\u2068\u2069]/g, '')
const value = (low: number, unit: string): Value => ({
  low,
  high: low,
  unit,
  per: null,
  hedge: 'exact',
  change: null,
})
const since = (from: string): When => ({ edtf: `${from}/..`, from, to: null, relation: 'since', hedge: 'exact' })
const because = (contrast: Contrast | undefined, kind: Reason['kind'] = 'value'): Reason => ({
  kind,
  detail: 'As the core says it.',
  contrast,
})

describe('what the core says', () => {
  const verdict = {
    list: 'deed',
    sentence: 'verdict',
    given: { statement: 'It is “so”', verdict: 'disputed' },
  }

  it('is as it is in English, and worded anew in Arabic', () => {
    expect(told('Marked “It is “so”” disputed', verdict)).toBe('Marked “It is “so”” disputed')
    language.choose('ar')
    expect(plain(told('Marked …', verdict))).toBe('الحكم على «It is “so”»: متنازَع فيه')
    expect(plain(told('…', { list: 'deed', sentence: 'undo', given: { what: verdict } }))).toBe(
      'تراجع عن: الحكم على «It is “so”»: متنازَع فيه',
    )
  })
  it('stays as it is where nobody has words for it', () => {
    language.choose('ar')
    expect(told('Something of a newer version', null)).toBe('Something of a newer version')
    expect(told('Something', { list: 'deed', sentence: 'notYet', given: {} })).toBe('Something')
    expect(toldAll(['One.', 'Another.'], [])).toEqual(['One.', 'Another.'])
  })
  it('says errors in the language of the window', () => {
    const thrown = {
      code: 'invalid',
      message: 'A tag needs a word.',
      said: { list: 'fault', sentence: 'noTag', given: {} },
    }
    expect(api.failure(thrown).message).toBe('A tag needs a word.')
    language.choose('ar')
    expect(api.failure(thrown).message).toBe('يحتاج الوسم إلى كلمة.')
    expect(api.failure(new Error('torn'))).toEqual({ code: 'internal', message: 'torn' })
  })
})

describe('reasons', () => {
  const said = (contrast: Contrast) => plain(reasonWords(because(contrast)))

  it('are the words of the core in English, and those of a reviewer everywhere', () => {
    expect(reasonWords(because({ by: 'left-out', names: ['China'] }))).toBe('As the core says it.')
    language.choose('ar')
    expect(reasonWords(because(undefined))).toBe('As the core says it.')
  })
  it('are worded from their readings in Arabic', () => {
    language.choose('ar')
    expect(said({ by: 'values', one: value(8e8, 'USD'), other: value(5.4e8, 'USD') })).toBe(
      'لا يجتمع $800 مليون و$540 مليون.',
    )
    expect(said({ by: 'stances', one: 'affirms', other: 'denies' })).toBe('أحدهما يؤكده والآخر ينفيه.')
    expect(said({ by: 'beginnings', one: since('2013-01-01'), other: since('2014-12-01'), days: 699 })).toBe(
      'لا يجتمع منذ 2013 و منذ ديسمبر 2014: بين البدايتين 23 شهرًا أو أكثر.'.replace('و منذ', 'ومنذ'),
    )
    expect(said({ by: 'parties', one: ['China'], other: ['China', 'Iran'] })).toBe(
      'أحدهما يذكر China، والآخر China وIran.',
    )
  })
})
