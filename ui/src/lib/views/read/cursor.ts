// The cursor of the text for who has no mouse: by sentence, by word, and how far the selection reaches.
import type { Action } from '../../actions.svelte'
import { messages } from '../../messages'
import { reader } from './desk'

const { groups } = messages.shell

const WORDS = [
  ['next-word', 'ArrowRight', 1],
  ['previous-word', 'ArrowLeft', -1],
] as const
const REACH = [
  ['longer', 'ArrowRight', 1],
  ['shorter', 'ArrowLeft', -1],
] as const

/** The keys of the word cursor are the text's own only while it has the focus. */
const inText = () => reader.id !== null && document.activeElement?.getAttribute('data-test') === 'reader'

/** Which way through the text an arrow points: to the left where lines run so. */
function forward(by: 1 | -1): 1 | -1 {
  const node = window.getSelection()?.anchorNode?.parentElement
  const line = node?.closest('[data-block]') ? node : document.querySelector('[data-test=article] .block')
  return line && getComputedStyle(line).direction === 'rtl' ? (by === 1 ? -1 : 1) : by
}

/** `select` selects a stretch of the text, as the mouse would. */
export function cursorActions(select: (at: [number, number]) => void): Action[] {
  const go = (by: 1 | -1, unit: 'sentence' | 'word') => {
    const at = reader.beside(by, unit)
    if (at) select(at)
  }
  return [
    {
      id: 'next-sentence',
      title: messages.read.nextSentence,
      group: groups.document,
      keys: ['s'],
      keyOnly: true,
      when: () => reader.id !== null,
      run: () => go(1, 'sentence'),
    },
    {
      id: 'previous-sentence',
      title: messages.read.previousSentence,
      group: groups.document,
      keys: ['Shift+S'],
      keyOnly: true,
      when: () => reader.id !== null,
      run: () => go(-1, 'sentence'),
    },
    ...WORDS.map(([id, key, by]): Action => ({
      id,
      title: messages.read[id === 'next-word' ? 'nextWord' : 'previousWord'],
      group: groups.document,
      keys: [key],
      keyOnly: true,
      when: inText,
      run: () => go(forward(by), 'word'),
    })),
    ...REACH.map(([id, key, by]): Action => ({
      id,
      title: messages.read[id],
      group: groups.document,
      keys: [`Shift+${key}`],
      keyOnly: true,
      when: () => inText() && reader.selection !== null,
      run: () => window.getSelection()?.modify('extend', forward(by) === 1 ? 'forward' : 'backward', 'word'),
    })),
  ]
}
