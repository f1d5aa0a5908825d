// The rows of the table of claims.
import * as api from '$lib/api'
import { Rows, type Ask, type Page } from '$lib/state/rows.svelte'
import type { Claim, ClaimOrder, ClaimQuery } from '$lib/types'

export type Listing = Pick<ClaimQuery, 'search' | 'order' | 'descending'>

export class ClaimRows extends Rows<Claim, Listing> {
  constructor() {
    super({ descending: false })
  }

  protected async page(listing: Listing, { limit, after, backwards }: Ask): Promise<Page<Claim>> {
    const page = await api.claims({
      ...listing,
      limit,
      descending: backwards ? !listing.descending : listing.descending,
      ...(after === undefined ? {} : { after }),
    })
    return { rows: page.claims, next: page.next, total: page.total }
  }

  protected id(claim: Claim): string {
    return claim.claim
  }

  /** Absent values come last whichever way one looks, so only orders without them can be walked from behind. */
  protected override backwards(listing: Listing): boolean {
    const whole: ClaimOrder[] = ['created', 'modified', 'statement', 'verdict']
    return whole.includes(listing.order ?? 'created')
  }
}
