// The rows of the list of disagreements, and how many there are by what was decided.
import * as api from '$lib/api'
import { Rows, type Ask, type Page } from '$lib/state/rows.svelte'
import type { Disagreement, DisagreementCounts, DisagreementStatus } from '$lib/types'

export class DisagreementRows extends Rows<Disagreement, DisagreementStatus> {
  counts = $state.raw<DisagreementCounts>({ open: 0, confirmed: 0, dismissed: 0 })

  constructor() {
    super('open')
  }

  protected async page(status: DisagreementStatus, { limit, after }: Ask): Promise<Page<Disagreement>> {
    const page = await api.disagreements({ status, limit, ...(after === undefined ? {} : { after }) })
    this.counts = page.counts
    return { rows: page.disagreements, next: page.next, total: page.counts[status] }
  }

  protected id(row: Disagreement): string {
    return row.disagreement
  }
}
