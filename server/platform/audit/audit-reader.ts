import type { AuditFilter, StoredAuditEvent } from './audit.ts'
import type { AuditRepository } from './repository.ts'

interface Place {
  readonly before: number | null
  readonly limit: number
}

interface AuditPage {
  readonly items: readonly StoredAuditEvent[]
  readonly next: number | null
}

export interface AuditReader {
  /** Newest first; `before` is the last id of the previous page, null for the first page. */
  page(filter: AuditFilter, place: Place): Promise<AuditPage>
  /** Every event that matches, newest first, read page by page as it is consumed. */
  all(filter: AuditFilter): AsyncIterable<StoredAuditEvent>
}

const PAGE_ROWS = 1000

/** Reads the audit log. */
export function createAuditReader({ audit }: { readonly audit: Pick<AuditRepository, 'page'> }): AuditReader {
  async function* pages(filter: AuditFilter) {
    let before: number | null = null
    for (;;) {
      const events: readonly StoredAuditEvent[] = await audit.page({ ...filter, before, limit: PAGE_ROWS })
      yield* events
      if (events.length < PAGE_ROWS) return
      before = events.at(-1)!.id
    }
  }
  async function onePage(filter: AuditFilter, { before, limit }: Place): Promise<AuditPage> {
    const items = await audit.page({ ...filter, before, limit })
    return { items, next: items.length < limit ? null : items.at(-1)!.id }
  }
  return {
    async page(filter, place) {
      return onePage(filter, place)
    },
    all(filter) {
      return pages(filter)
    },
  }
}
