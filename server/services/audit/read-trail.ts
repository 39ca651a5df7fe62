import type { AuditFilter, AuditRepository, StoredAuditEvent } from '../../domain/audit.ts'
import type { Audience } from '../../domain/audience.ts'
import { requireRight } from '../../domain/rights.ts'

export interface TrailReader {
  /** Newest first; `before` is the id of the last one of the page before, null for the first page. */
  page(
    filter: AuditFilter,
    place: { readonly before: number | null; readonly limit: number },
    audience: Audience,
  ): Promise<{ readonly items: readonly StoredAuditEvent[]; readonly next: number | null }>
  /** Everything that the filter lets through, newest first, read page by page as it is taken. */
  all(filter: AuditFilter, audience: Audience): AsyncIterable<StoredAuditEvent>
}

const PAGE_ROWS = 1000

/** The trail for those who may read it. */
export function createTrailReader({ audit }: { readonly audit: Pick<AuditRepository, 'page'> }): TrailReader {
  async function* pages(filter: AuditFilter) {
    let before: number | null = null
    for (;;) {
      const events: readonly StoredAuditEvent[] = await audit.page({ ...filter, before, limit: PAGE_ROWS })
      yield* events
      if (events.length < PAGE_ROWS) return
      before = events.at(-1)!.id
    }
  }
  return {
    async page(filter, { before, limit }, audience) {
      requireRight(audience, 'audit.read')
      const items = await audit.page({ ...filter, before, limit })
      return { items, next: items.length < limit ? null : items.at(-1)!.id }
    },
    all(filter, audience) {
      requireRight(audience, 'audit.read')
      return pages(filter)
    },
  }
}
