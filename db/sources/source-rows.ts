import type { Role } from '../../server/platform/access/audience.ts'
import type { Source } from '../../server/engine/snapshot/source.ts'
import type { Register } from '../../server/engine/disclosure/registers.ts'

/** A row of the table `source`, live or from its history. */
export interface SourceRow {
  readonly ordinal: number
  readonly id: string
  readonly title: string
  /** Absent in states from before sources had one. */
  readonly register?: Register
  readonly controller: string
  readonly legal_basis: string
  readonly agreement: string | null
  readonly purpose: string
  readonly audiences: readonly Role[]
  /** Absent, as `citable`, in states from before sources named boards. */
  readonly boards?: Source['boards']
  readonly citable?: boolean
  readonly retention_days: number | null
  readonly covers_from: string | null
  readonly covers_to: string | null
  readonly covers_area_id: number | null
}

export function toSourceRow(source: Source): Omit<SourceRow, 'ordinal'> {
  return {
    id: source.id,
    title: source.title,
    register: source.register,
    controller: source.controller,
    legal_basis: source.legalBasis,
    agreement: source.agreement,
    purpose: source.purpose,
    audiences: source.audiences,
    boards: source.boards,
    citable: source.citable,
    retention_days: source.retentionDays,
    covers_from: source.coversFrom,
    covers_to: source.coversTo,
    covers_area_id: source.coversAreaId,
  }
}

export function fromSourceRow(row: SourceRow): Source & { readonly ordinal: number } {
  return {
    ordinal: row.ordinal,
    id: row.id,
    title: row.title,
    register: row.register ?? 'other',
    controller: row.controller,
    legalBasis: row.legal_basis,
    agreement: row.agreement,
    purpose: row.purpose,
    audiences: row.audiences,
    boards: row.boards ?? null,
    citable: row.citable ?? true,
    retentionDays: row.retention_days,
    coversFrom: row.covers_from,
    coversTo: row.covers_to,
    coversAreaId: row.covers_area_id,
  }
}
