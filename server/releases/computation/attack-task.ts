import type { AttackReport, ReleaseContents } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { GivenFigure } from '../given-figure.ts'
import { applyHiding } from './apply-hiding.ts'
import { type Attacked, attackEverything, type Hiding } from './attack.ts'
import { leaveOutCells } from './leave-out-cells.ts'
import { inBlocks } from './withheld-block.ts'

/** Input of the worker that protects or attacks releases; structured-cloneable. */
export interface AttackTask {
  /** All releases ever published. */
  readonly known: readonly ReleaseContents[]
  /** The releases being prepared. */
  readonly fresh: readonly ReleaseContents[]
  /** Every count that was given out on request. */
  readonly given: readonly GivenFigure[]
  /** Whether figures of what is being prepared may be hidden. */
  readonly hide: boolean
  readonly zone: Zone
}

export interface AttackResult {
  readonly fresh: readonly ReleaseContents[]
  readonly report: AttackReport
}

/**
 * Protects the releases being prepared, then attacks the result as an outsider would. Breaches that existed before
 * are not counted against a new release, only what it makes worse.
 *
 * A hidden cell looks like any cell that is not shown, and a cell of any count is not shown where one position has
 * most of it. So every value of a hidden figure that fits the released figures is the true value in some city for
 * which these rules give the same release (tests/releases/attack).
 *
 * That does not hold for `withheld`, which is only ever used for protection: an attacker who knows the rules can
 * derive which counts would have been withheld. So counts are withheld by block (see `inBlocks`), and the mark
 * discloses only that one count of the block was at risk. `inBlocks` describes the case of a single candidate.
 *
 * Figures by statistical area come last, after all others are protected: breaches that they cause are closed by
 * hiding some of them, so that no district, cell or place is hidden for their sake. Cells that their figures exclude
 * from being shown are left out of the hex layer: see `isLeftOut`.
 */
export default async function protectAndAttack(task: AttackTask): Promise<AttackResult> {
  const everything = attackedOf(task, task.fresh)
  if (!task.hide) return { fresh: task.fresh, report: (await attackEverything(everything)).report }
  const bare = await protectedBy('cheapest', task, task.fresh.map(withoutStatistical), inBlocks)
  if (!task.fresh.some(hasStatistical)) return bare
  const whole = bare.fresh.map((contents, k) => withStatistical(contents, task.fresh[k]!))
  const response = await protectedBy('smallest-areas', task, whole, (_, __, toHide) => toHide)
  return withHiddenBesides(response, bare.report.hiddenBesides + response.report.hiddenBesides)
}

/** The releases being prepared with figures hidden, and what an attack then finds. */
async function protectedBy(
  hide: Hiding,
  task: AttackTask,
  fresh: readonly ReleaseContents[],
  within: typeof inBlocks,
): Promise<AttackResult> {
  const everything = attackedOf(task, fresh)
  const first = await attackEverything({ ...everything, hide })
  if (first.toHide.length + first.leftOut.length === 0) return { fresh, report: first.report }
  const toHide = within(everything.releases, task.known.length, first.toHide)
  const releases = leaveOutCells(applyHiding(everything.releases, toHide), first.leftOut)
  const last = await attackEverything({ ...everything, releases })
  return withHiddenBesides({ fresh: releases.slice(task.known.length), report: last.report }, toHide.length)
}

function withHiddenBesides({ fresh, report }: AttackResult, hiddenBesides: number): AttackResult {
  return { fresh, report: { ...report, hiddenBesides } }
}

function attackedOf({ known, given, zone }: AttackTask, fresh: readonly ReleaseContents[]): Attacked {
  return { releases: [...known, ...fresh], given, zone, freshFrom: known.length, hide: 'nothing' }
}

function hasStatistical(contents: ReleaseContents): boolean {
  return contents.kind === 'public' && (contents.statistical?.figures.length ?? 0) > 0
}

function withoutStatistical(contents: ReleaseContents): ReleaseContents {
  if (contents.kind === 'place') return contents
  const { statistical: _, ...others } = contents
  return others
}

function withStatistical(contents: ReleaseContents, from: ReleaseContents): ReleaseContents {
  const isPublic = contents.kind === 'public' && from.kind === 'public'
  return isPublic && from.statistical !== undefined
    ? { ...contents, statistical: from.statistical }
    : contents
}
