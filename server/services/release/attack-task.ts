import type { ReviewFigure } from '../../domain/handling.ts'
import type { AttackReport, Breach, ReleaseContents } from '../../domain/release.ts'
import type { Zone } from '../../domain/zone.ts'
import { applyHiding } from './apply-hiding.ts'
import { attackEverything } from './attack.ts'

/** What a worker needs to protect releases, or to attack them as they are; all of it can be cloned. */
export interface AttackTask {
  /** Everything that was ever published. */
  readonly known: readonly ReleaseContents[]
  /** What is being prepared; none attacks what is known. */
  readonly fresh: readonly ReleaseContents[]
  readonly reviewFigures: readonly ReviewFigure[]
  readonly zone: Zone
}

export interface AttackAnswer {
  readonly fresh: readonly ReleaseContents[]
  readonly report: AttackReport
}

/**
 * Protects what is being prepared, then attacks the outcome once more as a stranger would. What could be worked out before is
 * not held against a new release: only what it makes worse.
 *
 * A cell that is hidden here looks like every cell that is not shown for being few. Whatever may be true of a hidden figure by
 * the face value of the outcome, its cells read as few, is true in a city whose release, computed by these very rules, would
 * be this outcome, for there would be nothing to protect in it. So which cells are hidden tells nothing beyond what is told.
 * `withheld` is a mark of its own and its being there is a sign that something was close; that is why cells go first.
 */
export default async function protectAndAttack({
  known,
  fresh,
  reviewFigures,
  zone,
}: AttackTask): Promise<AttackAnswer> {
  if (fresh.length === 0) {
    const { report } = await attackEverything({ releases: known, reviewFigures, zone, freshFrom: null })
    return { fresh, report }
  }
  const everything = { reviewFigures, zone, freshFrom: known.length }
  const first = await attackEverything({ ...everything, releases: [...known, ...fresh], hide: true })
  const hidden = applyHiding([...known, ...fresh], first.toHide)
  const last = first.toHide.length === 0 ? first : await attackEverything({ ...everything, releases: hidden })
  const { breaches } = last.report
  const before = breaches.length === 0 ? [] : await breachesOf(known, reviewFigures, zone)
  const report = { ...last.report, breaches: breaches.filter((breach) => !before.some(isAsBad(breach))) }
  return { fresh: hidden.slice(known.length), report: { ...report, hiddenBesides: first.toHide.length } }
}

async function breachesOf(
  known: readonly ReleaseContents[],
  reviewFigures: readonly ReviewFigure[],
  zone: Zone,
): Promise<readonly Breach[]> {
  const { report } = await attackEverything({ releases: known, reviewFigures, zone, freshFrom: null })
  return report.breaches
}

const isAsBad =
  ({ figure, low, high }: Breach) =>
  (before: Breach): boolean =>
    before.figure === figure && before.low >= low && before.high <= high
