import type { AuditTrail } from '../platform/audit/audit.ts'
import { actorReference, type Caller } from '../platform/access/caller.ts'
import type { Clock } from '../platform/clock.ts'
import type { RecentCheck } from './recent-checks.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Notice } from './footprint.ts'
import { nearlyRepeats } from './near-repeat.ts'
import type { RecentCheckRepository } from './repository.ts'

/** Notices checks that nearly repeat one another. */
export interface RepeatWatch {
  /**
   * Keeps a check of a caller for some days and holds it against his others; one that nearly repeats another is noted
   * in the trail, and so is one that makes an earlier one forgotten: a flood of checks elsewhere hides no repeat.
   *
   * @returns what the answer is to say of it
   */
  watch(caller: Caller, check: RecentCheck): Promise<readonly Notice[]>
}

interface Deps {
  readonly recentChecks: RecentCheckRepository
  readonly trail: AuditTrail
  readonly clock: Clock
  readonly zone: Zone
  /** Refuses with `busy` while the database takes no writes: what cannot be watched is not answered. */
  readonly beforeWrite: () => void
}

const REPEATED: Notice = {
  sv: 'Du har nyligen prövat nästan samma område eller tid. Skillnaden mellan svaren säger inget säkert och kan röra enskilda händelser: läs den inte som en siffra. Detta har antecknats i loggen.',
  en: 'You have lately checked almost the same area or time. The difference of the answers says nothing certain and may tell of single incidents: do not read it as a figure. This has been noted in the log.',
}

/** A watch that sees nothing, where nobody asks on his own behalf. */
export const NO_WATCH: RepeatWatch = { watch: async () => [] }

/** The watch over planners and coordinators; to analysts no difference tells what they do not see anyway. */
export function createRepeatWatch({ recentChecks, trail, clock, zone, beforeWrite }: Deps): RepeatWatch {
  return {
    async watch(caller, check) {
      if (!isLimited(caller.audience)) return []
      beforeWrite()
      const actor = actorReference(caller.actor)
      const { nearby, crowdedOut } = await recentChecks.remember(actor, check, clock.nowMs())
      const repeated = nearby.filter((other) => nearlyRepeats(check, other, zone)).length
      if (repeated === 0 && crowdedOut === 0) return []
      await trail.record(caller, {
        kind: 'repeat',
        action: 'checkPolygon',
        subject: null,
        detail: { repeated, ...(crowdedOut === 0 ? {} : { forgotten: crowdedOut }) },
      })
      return repeated === 0 ? [] : [REPEATED]
    },
  }
}
