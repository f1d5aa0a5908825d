// Which blocks of a long text are in the page, and where each stands: heights are guessed from lengths until measured.
import { blockAt } from '../../text/cursor'
import type { Block } from '../../types'

/** Texts of so few blocks are rendered whole. */
const WHOLE = 200
/** Pixels rendered above and below what is seen. */
const AHEAD = 2400

export class Layout {
  blocks = $state.raw<Block[]>([])
  scroll = $state(0)
  height = $state(900)
  /** Width and height of a line of running text, in pixels, for guesses. */
  width = $state(536)
  line = $state(28)
  #measured = new Map<number, number>()
  #version = $state(0)
  #pending = false

  /** Where each block starts; one more for the end. */
  readonly tops = $derived.by(() => {
    void this.#version
    const tops = new Float64Array(this.blocks.length + 1)
    this.blocks.forEach((block, at) => {
      tops[at + 1] = (tops[at] ?? 0) + (this.#measured.get(at) ?? this.#guess(block))
    })
    return tops
  })
  readonly total = $derived(this.tops[this.blocks.length] ?? 0)
  readonly first = $derived(this.blocks.length <= WHOLE ? 0 : this.#at(this.scroll - AHEAD))
  readonly last = $derived(
    this.blocks.length <= WHOLE
      ? this.blocks.length
      : Math.min(this.blocks.length, this.#at(this.scroll + this.height + AHEAD) + 1),
  )

  show(blocks: Block[]): void {
    this.blocks = blocks
    this.forget()
  }

  /** The rest of a text whose beginning is shown. */
  extend(blocks: Block[]): void {
    this.blocks = blocks
  }

  /** Measured heights no longer hold: the width or the size of the text changed. */
  forget(): void {
    this.#measured.clear()
    this.#version++
  }

  top(block: number): number {
    return this.tops[block] ?? 0
  }

  /** The block a code point stands in, or the one before it. */
  blockOf(point: number): number {
    return blockAt(this.blocks, point)
  }

  /** About where a code point stands, from the start of the text. */
  guessTop(point: number): number {
    const at = this.blockOf(point)
    const block = this.blocks[at]
    if (!block) return 0
    const share = Math.min(1, Math.max(0, (point - block.start) / Math.max(1, block.end - block.start)))
    return this.top(at) + share * (this.top(at + 1) - this.top(at))
  }

  /** Takes a block's true height; returns by how much what stands above `scroll` grew. */
  measure(block: number, height: number): number {
    const before = this.#measured.get(block) ?? this.top(block + 1) - this.top(block)
    if (this.#measured.get(block) === height) return 0
    this.#measured.set(block, height)
    this.#later()
    return this.top(block + 1) <= this.scroll ? height - before : 0
  }

  #later(): void {
    if (this.#pending) return
    this.#pending = true
    queueMicrotask(() => {
      this.#pending = false
      this.#version++
    })
  }

  #at(y: number): number {
    let from = 0
    let to = Math.max(0, this.blocks.length - 1)
    while (from < to) {
      const middle = (from + to + 1) >> 1
      if ((this.tops[middle] ?? 0) <= y) from = middle
      else to = middle - 1
    }
    return from
  }

  #guess(block: Block): number {
    const characters = Math.max(20, this.width / (this.line * 0.29))
    const lines = Math.max(1, Math.ceil((block.end - block.start) / characters))
    return lines * this.line + (block.kind === 'row' || block.kind === 'item' ? 4 : 14)
  }
}
