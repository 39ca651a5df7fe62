import type { AttackReport, ReleaseContents } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { applyHiding } from './apply-hiding.ts'
import { attackEverything } from './attack.ts'
import { inBlocks } from './withheld-block.ts'
import type { ReviewFigure } from '../review-figure.ts'

/** What a worker needs to protect releases, or to attack them as they are; all of it can be cloned. */
export interface AttackTask {
  /** Everything that was ever published. */
  readonly known: readonly ReleaseContents[]
  /** What is being prepared. */
  readonly fresh: readonly ReleaseContents[]
  /** Whether figures of what is being prepared may be hidden. */
  readonly hide: boolean
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
 * A cell that is hidden here looks like every cell that is not shown, and a cell is not shown at any count where one position has
 * most of it. Whatever may be true of a hidden figure by the face value of the outcome is so true in a city whose release,
 * computed by these very rules, would be this outcome, for there would be nothing to protect in it (tests/releases/attack/witnesses).
 *
 * That does not hold for `withheld`: no count is withheld but for protection. Whoever knows the rules can ask which counts
 * would have been withheld, and learns that it is one of them. So counts are withheld by the block (see `inBlocks`), and the mark
 * tells only that one of a block was close to something; what it tells where only one can have been, and why that is left so, is
 * said there.
 */
export default async function protectAndAttack(task: AttackTask): Promise<AttackAnswer> {
  const { known, fresh, reviewFigures, zone } = task
  const everything = { releases: [...known, ...fresh], reviewFigures, zone, freshFrom: known.length }
  const first = await attackEverything({ ...everything, hide: task.hide })
  if (first.toHide.length === 0) return { fresh, report: first.report }
  const toHide = inBlocks(everything.releases, known.length, first.toHide)
  const releases = applyHiding(everything.releases, toHide)
  const last = await attackEverything({ ...everything, releases, hide: false })
  return {
    fresh: releases.slice(known.length),
    report: { ...last.report, hiddenBesides: toHide.length },
  }
}
