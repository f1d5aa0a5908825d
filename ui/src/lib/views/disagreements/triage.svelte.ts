// The triage of disagreements: which are listed, which one is in hand, what is decided of it, and what comes next.
import * as api from '$lib/api'
import { Fetched } from '$lib/state/fetched.svelte'
import { project } from '$lib/state/project.svelte'
import type { Changes, Disagreement, DisagreementPage, DisagreementStatus, OpenDisagreement } from '$lib/types'

/** How many disagreements are fetched at a time. */
export const PAGE = 200

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
  /** How many rows of the list are wanted. */
  #length = PAGE

  /** The list as far as it was fetched. */
  readonly list = new Fetched<DisagreementPage>(() => this.#fetched(), concernsList)
  readonly open = new Fetched<OpenDisagreement | null>(
    () => (this.current === null ? Promise.resolve(null) : api.disagreementOpen(this.current)),
    (changes) => this.#concernsShown(changes),
  )

  /** As listed: between documents by severity, then within one document. */
  readonly listed = $derived.by(() => this.list.value?.disagreements ?? [])
  readonly between = $derived(this.listed.filter((one) => !one.internal))
  readonly internal = $derived(this.listed.filter((one) => one.internal))
  readonly more = $derived.by(() => this.list.value?.next != null)
  readonly counts = $derived.by(() => this.list.value?.counts ?? { open: 0, confirmed: 0, dismissed: 0 })
  readonly total = $derived(this.counts.open + this.counts.confirmed + this.counts.dismissed)
  readonly decided = $derived(this.counts.confirmed + this.counts.dismissed)
  readonly place = $derived(this.listed.findIndex((one) => one.disagreement === this.current))

  /** Fetches the list; `goal` is shown where it is one, whatever its status. */
  async start(goal: string | null = null): Promise<void> {
    const wanted = goal === null ? null : await api.disagreementOpen(goal).catch(() => null)
    if (wanted) this.filter = wanted.disagreement.status
    await this.list.fetch()
    while (wanted && this.more && !this.#lists(goal)) await this.lengthen()
    await this.choose(this.#lists(goal) ? goal : (this.listed[0]?.disagreement ?? null))
  }

  /** Fetches the next page of the list. */
  async lengthen(): Promise<void> {
    if (!this.more) return
    this.#length = this.listed.length + PAGE
    await this.list.fetch()
  }

  stop(): void {
    this.list.stop()
    this.open.stop()
  }

  /** The row of the one in hand. */
  get row(): Disagreement | null {
    return this.listed.find((one) => one.disagreement === this.current) ?? null
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
    this.#length = PAGE
    await this.list.fetch()
    await this.choose(this.listed[0]?.disagreement ?? null)
  }

  async move(by: number): Promise<void> {
    if (this.place + by >= this.listed.length) await this.lengthen()
    const next = this.listed[Math.max(0, Math.min(this.listed.length - 1, this.place + by))]
    if (next) await this.choose(next.disagreement)
  }

  /** After a list came anew: what is in hand stays where it is still listed, else the one in its place is taken up. */
  async settle(before: number): Promise<void> {
    if (this.#lists(this.current)) return
    const next = this.listed[Math.min(Math.max(0, before), this.listed.length - 1)]
    await this.choose(next?.disagreement ?? null)
  }

  /** Decides the one in hand and takes up the next. Undo brings it back. */
  async decide(status: DisagreementStatus, rationale: string | null): Promise<void> {
    const disagreement = this.current
    if (disagreement === null) return
    this.dismissing = false
    this.asking = null
    const place = this.place
    const kept = await project.write(async () => {
      await api.disagreementDecide(disagreement, status, rationale?.trim() || null)
      return true
    })
    if (!kept) return
    await this.list.fetch()
    await this.settle(place)
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

  /** As much of the list as was asked for, from its beginning: what stands may have changed since. */
  async #fetched(): Promise<DisagreementPage> {
    const whole = await api.disagreements({ status: this.filter, limit: PAGE })
    while (whole.next !== null && whole.disagreements.length < this.#length) {
      const page = await api.disagreements({ status: this.filter, after: whole.next, limit: PAGE })
      whole.disagreements.push(...page.disagreements)
      whole.next = page.next
      whole.counts = page.counts
    }
    return whole
  }

  #lists(disagreement: string | null): boolean {
    return this.listed.some((one) => one.disagreement === disagreement)
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
