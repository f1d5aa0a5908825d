// Choosing where a passage stands in the newer edition: by the mouse, or sentence by sentence and word by word.
import { messages } from '$lib/messages'
import { toasts } from '$lib/state/toasts.svelte'
import { endMoved, sentenceBeside, type Stretch, type Walked } from '$lib/text/cursor'
import { visible } from '$lib/text/hidden'
import { CodePoints } from '$lib/text/offsets'
import type { Edge } from '$lib/text/words'
import type { OpenDocument } from '$lib/types'

export class Choosing {
  readonly open: OpenDocument
  readonly points: CodePoints
  /** What is chosen. */
  place = $state.raw<Stretch | null>(null)
  /** Where the text is looked at: the cursor starts there. */
  here: number
  /** Set by keys: the text scrolls to it. */
  reveal = $state.raw<Stretch | null>(null)
  #text: Walked

  /** `guess` is where the passage most likely stands. */
  constructor(open: OpenDocument, guess: number) {
    this.open = open
    this.points = new CodePoints(open.text)
    this.here = Math.min(guess, this.points.length)
    this.#text = { points: this.points, blocks: open.blocks, language: open.document.language }
  }

  /** The words chosen. */
  get words(): string {
    return this.place ? visible(this.points.slice(...this.place)) : ''
  }

  sentence(by: 1 | -1): void {
    const here: Stretch = this.place ?? [this.here, this.here]
    this.#took(sentenceBeside(this.#text, here, by))
  }

  end(edge: Edge, by: 1 | -1): void {
    if (this.place) this.#took(endMoved(this.#text, this.place, edge, by))
  }

  #took(place: Stretch | null): void {
    if (!place) {
      toasts.announce(messages.desk.editions.chooseDialog.noMore)
      return
    }
    // What the mouse selected would hide what the keys choose.
    window.getSelection()?.removeAllRanges()
    this.place = place
    this.reveal = place
    toasts.announce(`“${this.words}”`)
  }
}
