import { afterEach, describe, expect, it } from 'vitest'
import { Guide } from './guide.svelte'

afterEach(() => localStorage.clear())

describe('the guide', () => {
  it('goes on by what is done, is left and taken up where it was', () => {
    const guide = new Guide()
    guide.did('suggestion')
    expect([guide.shown, guide.step]).toEqual([false, 'suggestion'])
    guide.take()
    guide.did('suggestion')
    guide.did('export')
    expect(guide.step).toBe('form')
    guide.leave()
    guide.did('form')
    const later = new Guide()
    expect([later.shown, later.step]).toEqual([false, 'form'])
    later.take()
    later.did('save')
    expect(later.step).toBe('disagreement')
    for (const step of ['disagreement', 'verdict', 'question'] as const) later.did(step)
    expect([later.step, later.at]).toEqual([null, 7])
    later.take()
    expect(later.step).toBe('suggestion')
  })
  it('begins anew where what was kept is not its own', () => {
    localStorage.setItem('gainsay.guide', '{"shown": 1, "done": ["no", "form"]}')
    const guide = new Guide()
    expect([guide.shown, guide.done]).toEqual([false, ['form']])
    localStorage.setItem('gainsay.guide', 'no')
    expect(new Guide().step).toBe('suggestion')
  })
})
