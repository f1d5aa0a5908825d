import { afterEach, expect, it, vi } from 'vitest'
import * as api from '../api'
import { language } from '../messages'
import type { Answered, Said } from '../types'
import { answerWords, worded } from './wordings.svelte'

afterEach(() => {
  language.choose('en')
  vi.restoreAllMocks()
})

const plain = (words: string) => words.replaceAll(/[\u2068\u2069]/g, '')
const settled = () => new Promise((done) => setTimeout(done))

function desktop() {
  const invoke = vi.fn((command: string, args: { sentences?: string[]; answers?: string[] }) => {
    const said: Said = { list: 'warning', sentence: 'pictures', given: { n: 3 } }
    const denied: Answered = { stance: 'doubts', value: null, period: null }
    const since = { edtf: '2013/..', from: '2013-01-01', to: null, relation: 'since', hedge: 'exact' } as const
    const answers: Record<string, Answered> = {
      doubts: denied,
      'doubts: since 2013': { ...denied, period: since },
    }
    return Promise.resolve(
      command === 'said'
        ? (args.sentences ?? []).map((words) => (words.startsWith('3 pictures') ? said : null))
        : (args.answers ?? []).map((words) => answers[words] ?? null),
    )
  })
  api.standIn({ invoke, listen: () => Promise.resolve(() => {}) } as unknown as Parameters<typeof api.standIn>[0])
  return invoke
}

it('asks nothing where the words are English already', () => {
  const invoke = desktop()
  expect(worded('warning', '3 pictures are not part of the text.')).toBe('3 pictures are not part of the text.')
  expect(answerWords('since 2013')).toBe('since 2013')
  expect(invoke).not.toHaveBeenCalled()
})

it('asks once for all that is shown in a moment, and words it when the answer is there', async () => {
  const invoke = desktop()
  language.choose('ar')
  const own = 'A warning of a newer version.'
  expect(worded('warning', '3 pictures are not part of the text.')).toBe('3 pictures are not part of the text.')
  expect(worded('warning', own)).toBe(own)
  expect(answerWords('doubts: since 2013')).toBe('doubts: since 2013')
  await settled()
  expect(invoke.mock.calls.map(([command]) => command).sort()).toEqual(['answers_read', 'said'])
  expect(plain(worded('warning', '3 pictures are not part of the text.'))).toBe('الصور ليست من النص، وعددها 3.')
  expect(worded('warning', own)).toBe(own)
  expect(plain(answerWords('doubts: since 2013'))).toMatch(/^يشكك|^يشك/)
  expect(answerWords('doubts: since 2013')).toContain('2013')
  await settled()
  expect(invoke).toHaveBeenCalledTimes(2)
})
