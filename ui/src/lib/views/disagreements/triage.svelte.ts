// The triage of disagreements: which are listed, which one is in hand, what is decided of it, and what comes next.
import * as api from '$lib/api'
import { Fetched } from '$lib/state/fetched.svelte'
import { project } from '$lib/state/project.svelte'
import type { Changes, Disagreement, DisagreementStatus, OpenDisagreement } from '$lib/types'
import { DisagreementRows } from './rows.svelte'

/** A disagreement that is asked for is looked for among so many of the gravest. */
const SOUGHT = 10_000

/** Why a disagreement is none, in the order of the digits. */
export const DISMISSALS = ['other scope', 'other period', 'misread', 'quoted to refute'] as const

export class Triage {
  filter = $state<DisagreementStatus>('open')
  current = $state<string | null>(null)
  /** The side the keys act on. */
  side = $state<0 | 1>(0)
  /** D was pressed: a digit says why. */
  dismissing = $state(false)
  /** Asks for a rationale before deciding so. */
  asking = $state.raw<'confirmed' | 'dismissed' | null>(null)

  readonly rows = new DisagreementRows()
  readonly open = new Fetched<OpenDisagreement | null>(
    () => (this.current === null ? Promise.resolve(null) : api.disagreementOpen(this.current)),
    (changes) => this.#concernsShown(changes),
  )

  readonly counts = $derived(this.rows.counts)
  readonly total = $derived(this.counts.open + this.counts.confirmed + this.counts.dismissed)
  readonly decided = $derived(this.counts.confirmed + this.counts.dismissed)
  /** Where the one in hand stands in the list; −1 where it is not on it, or not here yet. */
  readonly place = $derived(this.current === null ? -1 : (this.rows.indexOf(this.current) ?? -1))
  #place = 0
  #stopListening: () => void

  constructor() {
    this.#stopListening = project.onChanges((changes) => {
      if (concernsList(changes)) void this.refresh()
    })
  }

  /** Fetches the list; `goal` is shown where it is one, whatever its status. */
  async start(goal: string | null = null): Promise<void> {
    const wanted = goal === null ? null : await api.disagreementOpen(goal).catch(() => null)
    if (wanted) this.filter = wanted.disagreement.status
    await this.rows.open(this.filter)
    if (goal !== null && wanted) {
      await this.choose(goal)
      await this.rows.seek(goal, SOUGHT)
      this.#note()
    } else await this.#take(0)
  }

  stop(): void {
    this.#stopListening()
    this.open.stop()
  }

  /** The row of the one in hand. */
  get row(): Disagreement | null {
    return this.open.value?.disagreement.disagreement === this.current ? this.open.value.disagreement : null
  }

  async choose(disagreement: string | null): Promise<void> {
    this.dismissing = false
    this.asking = null
    if (disagreement === this.current) return
    this.current = disagreement
    this.side = 0
    await this.open.fetch()
  }

  async show(filter: DisagreementStatus): Promise<void> {
    this.filter = filter
    await this.rows.open(filter)
    await this.#take(0)
  }

  async move(by: number): Promise<void> {
    await this.#take(Math.max(0, Math.min(this.rows.count - 1, this.place + by)))
  }

  /** Asks for the list anew: what is in hand stays where it is still listed, else the one in its place is taken up. */
  async refresh(): Promise<void> {
    const disagreement = this.current
    await this.rows.refresh()
    // What is in hand may stand where nobody looks now.
    if (this.place < 0) await this.rows.see(this.#place, this.#place + 1)
    if (this.place >= 0 || disagreement !== this.current) return this.#note()
    const open = disagreement === null ? null : await api.disagreementOpen(disagreement).catch(() => null)
    if (open?.disagreement.status !== this.filter && disagreement === this.current) await this.#take(this.#place)
  }

  /** Decides the one in hand and takes up the next. Undo brings it back. */
  async decide(status: DisagreementStatus, rationale: string | null): Promise<void> {
    const disagreement = this.current
    if (disagreement === null) return
    this.dismissing = false
    this.asking = null
    this.#note()
    const kept = await project.write(async () => {
      await api.disagreementDecide(disagreement, status, rationale?.trim() || null)
      return true
    })
    if (kept) await this.refresh()
  }

  /** Leaves it for later: a decided one is open again, an open one makes room for the next. */
  async leave(): Promise<void> {
    const row = this.row
    if (!row) return
    if (row.status === 'open') await this.move(1)
    else await this.decide('open', null)
  }

  /** D and a digit: 1 to 4 dismiss at once, 5 asks for the rationale. */
  async dismissAs(digit: number): Promise<void> {
    const reason = DISMISSALS[digit - 1]
    if (reason) await this.decide('dismissed', reason)
    else {
      this.dismissing = false
      this.asking = 'dismissed'
    }
  }

  /** Opens the side's passage in Read. */
  async read(side: 0 | 1 = this.side): Promise<void> {
    const shown = this.open.value?.sides[side]
    if (shown) await project.goToClaim(shown.claim.document, shown.claim.claim)
  }

  /** Takes up the one at a place of the list, or the last one. */
  async #take(place: number): Promise<void> {
    const at = Math.max(0, Math.min(place, this.rows.count - 1))
    await this.rows.see(at, at + 1)
    const row = this.rows.at(at)
    await this.choose(row?.disagreement ?? null)
    this.#place = at
  }

  /** Remembers where the one in hand stands, for when it is there no longer. */
  #note(): void {
    if (this.place >= 0) this.#place = this.place
  }

  #concernsShown(changes: Changes): boolean {
    if (this.current !== null && changes.disagreements.includes(this.current)) return true
    return this.open.value?.sides.some((side) => changes.claims.includes(side.claim.claim)) ?? false
  }
}

function concernsList(changes: Changes): boolean {
  return changes.disagreements.length > 0 || changes.questions.length > 0
}

/** Three bars of severity: low, middle, high. */
export function bars(severity: number): 1 | 2 | 3 {
  return severity >= 0.66 ? 3 : severity >= 0.33 ? 2 : 1
}
