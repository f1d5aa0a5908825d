// The rows of the table of claims.
import * as api from '$lib/api'
import { Rows, type Ask, type Page, type Places } from '$lib/state/rows.svelte'
import type { ListedClaim, ClaimQuery } from '$lib/types'

export type Listing = Pick<ClaimQuery, 'search' | 'order' | 'descending'>

/** Rows walked through at a time for their places: soon enough done for others to be answered between. */
const STRETCH = 50_000

export class ClaimRows extends Rows<ListedClaim, Listing> {
  constructor() {
    super({ descending: false })
  }

  protected async page(listing: Listing, { limit, after, backwards }: Ask): Promise<Page<ListedClaim>> {
    const page = await api.claims({ ...listing, limit, backwards, ...(after === undefined ? {} : { after }) })
    return { rows: page.claims, next: page.next, total: page.total }
  }

  protected id(claim: ListedClaim): string {
    return claim.claim
  }

  protected override backwards(): boolean {
    return true
  }

  protected override async places(listing: Listing, nth: number, after: string | undefined): Promise<Places> {
    const query: ClaimQuery = {
      ...listing,
      limit: STRETCH,
      backwards: false,
      ...(after === undefined ? {} : { after }),
    }
    const { claims, walked, next } = await api.claimPlaces(query, nth)
    return { ids: claims, walked, next }
  }

  /** The ids of all rows. `told` hears how many are there so far. */
  async everyId(told: (count: number) => void = () => {}): Promise<string[]> {
    const ids: string[] = []
    for (let after: string | undefined; ;) {
      const places = await this.places(this.listing, 1, after)
      ids.push(...places.ids)
      told(ids.length)
      if (places.next === null) return ids
      after = places.next
    }
  }
}
