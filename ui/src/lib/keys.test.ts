// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { Actions, spell } from './actions.svelte'
import { named, refusal, same, spellings } from './keys'

const press = (key: string, held: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { key, ...held, bubbles: true })

describe('a key', () => {
  it.each([
    ['j', {}, 'j'],
    ['J', { shiftKey: true }, 'Shift+j'],
    ['e', { ctrlKey: true }, 'Control+e'],
    ['E', { ctrlKey: true, shiftKey: true }, 'Control+Shift+e'],
    ['?', { shiftKey: true }, 'Shift+?'],
    ['+', { ctrlKey: true }, 'Control++'],
    [' ', { altKey: true }, 'Alt+Space'],
    // A keyboard of Arabic letters: named by its place.
    ['ت', { code: 'KeyJ' }, 'j'],
    ['Control', { ctrlKey: true }, null],
    ['Dead', {}, null],
  ])('%j held %j is named %j', (key, held, name) => expect(named(press(key, held))).toBe(name))

  it.each([
    ['Control+Shift+z', 'Control+Shift+Z', true],
    ['Shift+?', '?', true],
    ['Shift+j', 'j', false],
    ['Shift+Control+x', 'Control+Shift+x', true],
    ['Alt+a', 'Control+a', false],
  ])('%s and %s are one: %s', (one, other, are) => expect(same(one, other)).toBe(are))

  it.each([
    ['Meta+k', false, 'system'],
    ['Control+Alt+k', false, 'system'],
    ['Alt+F4', false, 'system'],
    ['Tab', false, 'focus'],
    ['Enter', false, 'focus'],
    ['Control+Enter', false, null],
    ['Escape', false, 'closing'],
    ['Control+c', false, 'editing'],
    ['Control+Shift+c', false, null],
    ['Control+ArrowLeft', false, 'editing'],
    ['ArrowDown', false, 'moving'],
    ['Alt+ArrowDown', false, null],
    ['n', false, null],
    ['n', true, 'typing'],
    ['F7', true, null],
    ['Alt+n', true, null],
  ] as const)('%s (always: %s) is refused: %s', (key, always, why) => expect(refusal(key, always)).toBe(why))

  it('is spelled as it stands on keyboards, each once', () => {
    expect([spell('Control+Shift+z'), spell('Shift+?'), spell('Control++'), spell('Alt+ArrowDown')]).toEqual([
      'Ctrl+Shift+Z',
      '?',
      'Ctrl++',
      'Alt+↓',
    ])
    expect(spellings(['Control+Shift+v', 'Control+Shift+V'])).toEqual(['Ctrl+Shift+V'])
  })
})

describe('keys that a person chose', () => {
  it('take the place of our own, everywhere at once, and go back', () => {
    const registry = new Actions()
    const done: string[] = []
    registry.add([
      { id: 'one', title: 'One', group: '', keys: ['j'], run: () => done.push('one') },
      { id: 'two', title: 'Two', group: '', keys: ['k'], run: () => done.push('two') },
    ])
    registry.choose({ one: ['Alt+n'], two: [] })
    expect(registry.match(press('j'), false, false)).toBeUndefined()
    expect(registry.match(press('k'), false, false)).toBeUndefined()
    registry.match(press('n', { altKey: true }), true, false)?.run()
    expect(done).toEqual(['one'])
    expect([registry.key('one'), registry.key('two')]).toEqual(['Alt+N', undefined])
    registry.choose({})
    expect([registry.key('one'), registry.match(press('k'), false, false)?.id]).toEqual(['J', 'two'])
  })
})
