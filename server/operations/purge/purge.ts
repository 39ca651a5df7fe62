import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ErasedWorkText, ErasureCounts, ErasureKind, Reclaimed, WorkTextErasure } from '../erasure.ts'
import { DomainError, type ErrorCode, invalidParameter } from '../../engine/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { ErasureRepository } from '../repository.ts'

/** Errors under which the audit log cannot store anything. */
const NOTHING_IS_STORED: readonly ErrorCode[] = ['database-unavailable', 'disk-full']

export interface PurgeRequest {
  /** The time as of which retention is judged, milliseconds; null = now. */
  readonly asOfMs: number | null
  /** Counts and changes nothing. */
  readonly dryRun: boolean
  /** Rewrites tables and files, so that no byte of erased rows stays in them; locks them meanwhile. */
  readonly rewrite: boolean
}

export interface PurgeOutcome extends Reclaimed {
  readonly dryRun: boolean
  readonly asOf: string
  readonly counts: ErasureCounts
}

interface Deps {
  readonly erasures: ErasureRepository
  readonly auditLog: AuditLog
  readonly clock: Clock
  readonly log: Log
  /** See `ErasureOptions`. */
  readonly observationTexts: boolean
  /** Resolves when the map no longer shows what is gone; of no use to a process that shows none. */
  readonly afterwards?: () => Promise<void>
}

export interface PurgeOptions {
  readonly signal: AbortSignal
  readonly onStep?: (kind: ErasureKind, rows: number) => void
}

/** Purges, and erases one incident on request. */
export interface Purger {
  readonly purge: Purge
  /** @throws DomainError `not-found` */
  readonly eraseIncident: (id: number, principal: Principal) => Promise<void>
  /** @throws DomainError `not-found` */
  readonly eraseWorkText: (
    erasure: Omit<WorkTextErasure, 'at'> & { readonly reason: string },
    principal: Principal,
  ) => Promise<ErasedWorkText>
}

export type Purge = (
  request: PurgeRequest,
  principal: Principal,
  options: PurgeOptions,
) => Promise<PurgeOutcome>

/** Erases data past retention and audits it, also when the purge is cut short. */
export function createPurger(deps: Deps): Purger {
  const { erasures, clock, auditLog, observationTexts, afterwards = async () => {} } = deps
  return {
    async purge({ asOfMs, dryRun, rewrite }, principal, options) {
      const nowMs = clock.nowMs()
      const asOf = asOfMs ?? nowMs
      if (asOf > nowMs && !dryRun)
        throw invalidParameter('asOf', new Date(asOf).toISOString(), 'not after now, but to try out')
      const outcome = { dryRun, asOf: new Date(asOf).toISOString() }
      if (dryRun)
        return {
          ...outcome,
          counts: await erasures.count(asOf, observationTexts),
          notRewritten: [],
          openTransactions: 0,
        }
      const counts = await eraseAndNote(deps, { asOfMs: asOf, nowMs }, principal, options)
      await afterwards()
      const reclaimed = await erasures.reclaim(rewrite ? 'rewrite' : 'reuse')
      return { ...outcome, counts, ...reclaimed }
    },
    async eraseWorkText({ reason, ...erasure }, principal) {
      const at = new Date(clock.nowMs()).toISOString()
      const erased = await erasures.eraseWorkText({ ...erasure, at })
      const detail = { reason, ...erased }
      const subject = `work-item/${erasure.itemId}`
      await auditLog.record(principal, { kind: 'erasure', action: 'eraseWorkText', subject, detail })
      return erased
    },
    async eraseIncident(id, principal) {
      await erasures.eraseIncident(id)
      const note = { kind: 'erasure', action: 'eraseIncident', subject: `incident/${id}` } as const
      await auditLog.record(principal, note)
      await afterwards()
    },
  }
}

async function eraseAndNote(
  { erasures, auditLog, log, observationTexts }: Deps,
  times: { readonly asOfMs: number; readonly nowMs: number },
  principal: Principal,
  { signal, onStep = () => {} }: PurgeOptions,
): Promise<ErasureCounts> {
  const gone: Partial<Record<ErasureKind, number>> = {}
  const detail = () => ({ asOf: new Date(times.asOfMs).toISOString(), ...gone })
  try {
    const counts = await erasures.erase({
      ...times,
      observationTexts,
      signal,
      onStep: (kind, rows) => {
        gone[kind] = (gone[kind] ?? 0) + rows
        onStep(kind, rows)
      },
    })
    await auditLog.record(principal, { kind: 'erasure', action: 'purge', subject: null, detail: detail() })
    log.info(detail(), 'purged')
    return counts
  } catch (error) {
    const note = {
      kind: 'erasure',
      action: 'purge',
      subject: null,
      detail: { ...detail(), cutShort: true },
    } as const
    if (
      Object.keys(gone).length > 0 &&
      !(error instanceof DomainError && NOTHING_IS_STORED.includes(error.code))
    )
      await auditLog.record(principal, note)
    throw error
  }
}
