// The passages of the claim in hand: which one is in hand, how far it reaches, one more, one less. A claim that is not
// recorded yet has one; its fields are read anew where it moves.
import * as api from '../../api'
import { messages } from '../../messages'
import { project } from '../../state/project.svelte'
import { toasts } from '../../state/toasts.svelte'
import { endAt, endMoved, type Stretch } from '../../text/cursor'
import type { Edge } from '../../text/words'
import type { Span } from '../../types'
import type { ClaimForm } from './form.svelte'
import type { Reader } from './reader.svelte'

/** Ends that move on within this time are one change. */
const PAUSE = 600

interface Moved {
  claim: string | null
  nth: number
  span: Span
}

export class Passages {
  #form: ClaimForm
  #reader: Reader
  #hand = $state.raw<{ claim: string; nth: number } | null>(null)
  #moved = $state.raw<Moved | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(form: ClaimForm, reader: Reader) {
    this.#form = form
    this.#reader = reader
  }

  /** Which one is in hand, from 0. */
  readonly nth = $derived.by(() => (this.#hand && this.#hand.claim === this.#form.claim?.claim ? this.#hand.nth : 0))
  /** All of them, as far as they reach on screen. */
  readonly all = $derived.by((): Span[] => {
    const { claim, passage } = this.#form
    const kept = claim
      ? claim.passages.map((one) => ({ start: one.start, end: one.end, text: one.exact }))
      : passage
        ? [passage]
        : []
    const moved = this.#moved
    return moved && moved.claim === (claim?.claim ?? null)
      ? kept.map((one, nth) => (nth === moved.nth ? moved.span : one))
      : kept
  })
  /** What could be added: what is selected, or the suggestion in hand, where the claim does not rest on it yet. */
  readonly further = $derived.by((): Stretch | null => {
    const target = this.#reader.target
    if (!target || !this.#form.claim || project.summary?.read_only) return null
    return this.all.some((one) => one.start === target[0] && one.end === target[1]) ? null : target
  })

  /** The one whose ends can be moved now: it stands on this page, and the project may be written to. */
  readonly movable = $derived.by((): Span | null => {
    const older = this.#form.claim?.passages[this.nth]?.older ?? false
    return older || (project.summary?.read_only ?? true) || this.#form.document !== this.#reader.id
      ? null
      : (this.all[this.nth] ?? null)
  })

  /** Takes one in hand, and shows it. */
  choose(nth: number): void {
    const { claim } = this.#form
    const at = this.all[nth]
    if (!at) return
    if (claim) this.#hand = { claim: claim.claim, nth }
    this.#reader.scrollTo([at.start, at.end])
  }

  /** Lets the claim rest on what is selected too. */
  async add(): Promise<void> {
    const { claim } = this.#form
    const at = this.further
    if (!claim || !at) return
    await this.keep()
    const changed = await project.write(() => api.passageAdd(claim.claim, { range: at }))
    if (!changed) return
    this.#form.took(changed)
    this.#hand = { claim: changed.claim, nth: changed.passages.length - 1 }
    this.#reader.selection = null
    this.#reader.suggestion = null
    window.getSelection()?.removeAllRanges()
    toasts.announce(messages.read.form.restsOn({ n: changed.passages.length }))
  }

  async remove(nth: number): Promise<void> {
    const { claim } = this.#form
    if (!claim) return
    await this.keep()
    const changed = await project.write(() => api.passageRemove(claim.claim, nth))
    if (!changed) return
    this.#form.took(changed)
    this.#hand = { claim: changed.claim, nth: Math.max(0, nth - 1) }
    toasts.announce(messages.read.form.restsOn({ n: changed.passages.length }))
  }

  /** Moves an end of the passage in hand by a word. It is kept once it comes to rest. */
  move(edge: Edge, by: 1 | -1): void {
    const at = this.movable
    const text = at && this.#put(endMoved(this.#reader.walked, [at.start, at.end], edge, by))
    if (!text) return
    toasts.announce(`“${text}”`)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keep(), PAUSE)
  }

  /** Moves an end to the word nearest to a place of the text: the pointer still holds it, `keep` is for when it lets go. */
  drag(edge: Edge, to: number): void {
    const at = this.movable
    if (!at) return
    clearTimeout(this.#timer)
    this.#put(endAt(this.#reader.walked, [at.start, at.end], edge, to))
  }

  /** Has the passage in hand reach so far; its words then, or `null` where it cannot. */
  #put(reach: Stretch | null): string | null {
    if (!reach) return null
    const [start, end] = reach
    const text = this.#reader.points.slice(start, end)
    this.#moved = { claim: this.#form.claim?.claim ?? null, nth: this.nth, span: { start, end, text } }
    return text
  }

  /** Keeps what was moved, now. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer)
    const moved = this.#moved
    if (!moved) return
    const { claim, nth, span } = moved
    if (claim === null) await this.#form.reread(span)
    else {
      const changed = await project.write(() => api.passageMove(claim, nth, { range: [span.start, span.end] }))
      if (changed) this.#form.took(changed)
    }
    if (this.#moved === moved) this.#moved = null
  }
}
