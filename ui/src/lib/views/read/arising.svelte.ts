// The disagreements a claim has just raised, one after the other: confirm, dismiss with a reason, or leave for later.
import * as api from '../../api'
import { project } from '../../state/project.svelte'
import type { Disagreement, OpenDisagreement, Recorded, Side } from '../../types'

export class Arising {
  list = $state.raw<Disagreement[]>([])
  at = $state(0)
  open = $state.raw<OpenDisagreement | null>(null)
  /** The claim that raised them. */
  claim = $state<string | null>(null)
  dismissing = $state(false)

  readonly current = $derived(this.list[this.at] ?? null)
  /** The other claim's side: what the reviewer has not just read. */
  readonly other = $derived<Side | null>(
    this.open ? (this.open.sides.find((side) => side.claim.claim !== this.claim) ?? null) : null,
  )
  readonly own = $derived<Side | null>(
    this.open ? (this.open.sides.find((side) => side.claim.claim === this.claim) ?? null) : null,
  )

  async show(recorded: Recorded): Promise<void> {
    await this.review(recorded.claim.claim, recorded.disagreements)
  }

  async review(claim: string, list: Disagreement[]): Promise<void> {
    this.claim = claim
    this.list = list
    this.at = 0
    await this.#look()
  }

  async decide(status: 'confirmed' | 'dismissed', rationale: string | null): Promise<void> {
    const current = this.current
    if (!current) return
    const done = await project.write(async () => {
      await api.disagreementDecide(current.disagreement, status, rationale)
      return true
    })
    if (done) await this.#next()
  }

  /** Leaves this one open; it waits in Disagreements. */
  async later(): Promise<void> {
    if (this.dismissing) this.dismissing = false
    else await this.#next()
  }

  close(): void {
    this.list = []
    this.at = 0
    this.open = null
    this.claim = null
    this.dismissing = false
  }

  /** Something changed: what is no longer open goes. */
  async refresh(): Promise<void> {
    const { current, claim } = this
    if (!current || !claim) return
    const open = await api.disagreementOpen(current.disagreement).catch(() => null)
    if (this.current !== current) return
    if (!open || open.disagreement.status !== 'open') await this.#next()
    else this.open = open
  }

  async #next(): Promise<void> {
    if (this.at + 1 >= this.list.length) {
      this.close()
      return
    }
    this.at++
    await this.#look()
  }

  async #look(): Promise<void> {
    this.open = null
    this.dismissing = false
    const current = this.current
    if (!current) return
    const open = await project.write(() => api.disagreementOpen(current.disagreement))
    if (this.current === current) this.open = open
  }
}
