import type { Zone } from '../../engine/time/zone.ts'
import type { DerivableFigure, GivenFigure } from '../given-figure.ts'
import type { Breach, ReleaseContents } from '../release.ts'
import { attackEverything } from './attack.ts'
import { daysOf } from './periods.ts'
import { publishedFigures } from './published-figures.ts'

/** Input of the worker that attacks counts before they are given out; structured-cloneable. */
export interface GivenTask {
  /** All releases ever published. */
  readonly known: readonly ReleaseContents[]
  /** Every count that was given out already. */
  readonly given: readonly GivenFigure[]
  /** The counts that may be given out. */
  readonly requested: readonly GivenFigure[]
  readonly zone: Zone
}

/** What counts would let anybody derive of hidden figures, and nobody can derive without them. */
export default async function attackRequested(task: GivenTask): Promise<readonly DerivableFigure[]> {
  const { known, given, requested, zone } = task
  const attacked = { releases: known, given, zone, freshFrom: 0, hide: 'nothing' } as const
  const after = await attackEverything({ ...attacked, requested })
  if (after.report.breaches.length === 0) return []
  const before = await attackEverything({ ...attacked, requested: requested.map(withoutBounds) })
  const excluded = new Map(before.report.breaches.map((breach) => [breach.figure, excludedOf(breach)]))
  const { figures } = publishedFigures({ ...attacked, requested })
  const byName = new Map(figures.map((figure) => [figure.name, figure]))
  return after.report.breaches
    .filter((breach) => excludedOf(breach) > (excluded.get(breach.figure) ?? 0))
    .map(({ figure, low, high }) => {
      const { where, counts, register, group, span } = byName.get(figure)!
      const [from, to] = daysOf(span, zone)
      return { where, counts, register, group, from, to, low, high }
    })
}

/** The same system without what the count says. */
function withoutBounds(figure: GivenFigure): GivenFigure {
  return { ...figure, low: 0, high: Infinity }
}

const excludedOf = ({ excluded = [] }: Breach) => excluded.length
