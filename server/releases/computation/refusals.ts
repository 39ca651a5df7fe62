import { DomainError } from '../../engine/errors.ts'
import type { AttackReport, ReleaseContents, ReleasePeriod } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { DELAY_DAYS, isClosed, spanOfPeriod } from './periods.ts'

const MAX_LISTED = 5

/** @throws DomainError `unprocessable` for a period that is not closed yet, `conflict` for one already released */
export function refuseUntimely(
  period: ReleasePeriod,
  known: readonly ReleaseContents[],
  zone: Zone,
  nowMs: number,
): void {
  if (!isClosed(spanOfPeriod(period, zone), nowMs)) {
    const why = `${period} is told once it has been over for ${DELAY_DAYS} days, when late reports are in.`
    throw new DomainError('unprocessable', why)
  }
  if (known.some((release) => release.kind === 'public' && release.period === period)) {
    throw new DomainError('conflict', `${period} has been released; what was told is never computed again.`)
  }
}

/** @throws DomainError `unprocessable` when hiding did not help; names the figures, never their values */
export function refuseBreaches({ breaches }: AttackReport): void {
  if (breaches.length === 0) return
  const names = breaches.slice(0, MAX_LISTED).map(({ figure }) => figure)
  const more = breaches.length > MAX_LISTED ? ` and ${breaches.length - MAX_LISTED} more` : ''
  const why = `Hidden figures could be worked out together with what is published already: ${names.join('; ')}${more}.`
  throw new DomainError('unprocessable', why)
}
