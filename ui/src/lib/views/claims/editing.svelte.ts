// The cell that is being written in: its words, what the reader makes of them, and why they were refused. One operation a cell.
import * as api from '$lib/api'
import { messages } from '$lib/messages'
import { periodWords, valueWords } from '$lib/plots/words'
import { project } from '$lib/state/project.svelte'
import type { ListedClaim } from '$lib/types'
import { isEditable, isRead, sent, written, type Editable } from './cells'
import type { ColumnId } from './columns'

const PAUSE = 150

export class Editing {
  claim = $state.raw<ListedClaim | null>(null)
  cell = $state<Editable>('statement')
  words = $state('')
  /** What the reader makes of the words; `null` while it is not known. */
  understood = $state<string | null>(null)
  problem = $state<string | null>(null)
  saving = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  get open(): boolean {
    return this.claim !== null
  }

  begin(claim: ListedClaim, column: ColumnId): boolean {
    if (!isEditable(column)) return false
    this.claim = claim
    this.cell = column
    this.words = written(claim, column)
    this.problem = null
    this.understood = null
    this.#reread(0)
    return true
  }

  typed(words: string): void {
    this.words = words
    this.problem = null
    this.#reread(PAUSE)
  }

  leave(): void {
    clearTimeout(this.#timer)
    this.#turn++
    this.claim = null
  }

  /** Keeps the words, if they are others than before; the claim as it is then, or `null` where they were refused. */
  async keep(): Promise<ListedClaim | null> {
    const claim = this.claim
    if (!claim || this.saving) return null
    if (this.words.trim() === written(claim, this.cell).trim()) {
      this.leave()
      return claim
    }
    const fields = sent(claim, this.cell, this.words)
    this.saving = true
    const recorded = await project.write(
      () => api.claimEdit(claim.claim, null, fields),
      ({ message }) => (this.problem = message),
    )
    this.saving = false
    if (!recorded) return null
    this.leave()
    return recorded.claim
  }

  #reread(pause: number): void {
    clearTimeout(this.#timer)
    const claim = this.claim
    if (!claim || !isRead(this.cell)) return
    const turn = ++this.#turn
    const cell = this.cell
    this.#timer = setTimeout(() => {
      void api.claimReread(claim.claim, sent(claim, cell, this.words)).then(
        ({ value, period }) => {
          if (turn !== this.#turn) return
          const words = cell === 'value' ? valueWords(value) : periodWords(period)
          this.understood = words || messages.desk.claims.edit.nothing
        },
        (thrown: unknown) => {
          if (turn !== this.#turn) return
          this.understood = null
          this.problem = api.failure(thrown).message
        },
      )
    }, pause)
  }
}
