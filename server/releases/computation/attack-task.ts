import type { AttackReport, ReleaseContents } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { applyHiding } from './apply-hiding.ts'
import { type Attacked, attackEverything, type Hiding } from './attack.ts'
import { inBlocks } from './withheld-block.ts'

/** What a worker needs to protect releases, or to attack them as they are; all of it can be cloned. */
export interface AttackTask {
  /** Everything that was ever published. */
  readonly known: readonly ReleaseContents[]
  /** What is being prepared. */
  readonly fresh: readonly ReleaseContents[]
  /** Whether figures of what is being prepared may be hidden. */
  readonly hide: boolean
  readonly zone: Zone
}

export interface AttackResult {
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
 *
 * Figures by statistical area come last, when everything else is protected without them: whatever they bring about is mended by
 * hiding some of them, so that no district, cell or place is told less of for their sake.
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

/** What is being prepared, with what had to be hidden in it, and what an attack finds then. */
async function protectedBy(
  hide: Hiding,
  task: AttackTask,
  fresh: readonly ReleaseContents[],
  within: typeof inBlocks,
): Promise<AttackResult> {
  const everything = attackedOf(task, fresh)
  const first = await attackEverything({ ...everything, hide })
  if (first.toHide.length === 0) return { fresh, report: first.report }
  const toHide = within(everything.releases, task.known.length, first.toHide)
  const releases = applyHiding(everything.releases, toHide)
  const last = await attackEverything({ ...everything, releases })
  return withHiddenBesides({ fresh: releases.slice(task.known.length), report: last.report }, toHide.length)
}

function withHiddenBesides({ fresh, report }: AttackResult, hiddenBesides: number): AttackResult {
  return { fresh, report: { ...report, hiddenBesides } }
}

function attackedOf({ known, zone }: AttackTask, fresh: readonly ReleaseContents[]): Attacked {
  return { releases: [...known, ...fresh], zone, freshFrom: known.length, hide: 'nothing' }
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
