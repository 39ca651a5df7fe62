import { type PlaneAtom, planeAtoms } from '../../analysis/disclosure/plane-atoms.ts'
import { createSumAttack, type HiddenSum, type SumAttack } from '../../analysis/disclosure/sum-attack.ts'
import { openSumSolver, type SumSolver } from '../../analysis/disclosure/sum-solver.ts'
import { MOST_HIDDEN, MOST_UNSHOWN } from '../../analysis/disclosure/shown-count.ts'
import { isFree, type SumSystem } from '../../analysis/disclosure/sum-system.ts'
import type { ReviewFigure } from '../../domain/handling.ts'
import {
  type AttackReport,
  type Breach,
  RELEASE_EDGE_METRES,
  type ReleaseContents,
} from '../../domain/release.ts'
import type { Zone } from '../../domain/zone.ts'
import { figureSystem } from './figure-system.ts'
import { type FigurePosition, type PublishedFigure, publishedFigures } from './published-figures.ts'

/** Everything that was told, and which of it may still be changed. */
export interface Attacked {
  /** Published releases, withdrawn ones too, and those that are being prepared. */
  readonly releases: readonly ReleaseContents[]
  readonly reviewFigures: readonly ReviewFigure[]
  readonly zone: Zone
  /** Releases from this index on are being prepared, and only registers and groups that they tell of are looked at. */
  readonly freshFrom: number | null
  /** Whether figures of what is being prepared may be hidden. */
  readonly hide?: boolean
}

export interface AttackOutcome {
  readonly report: AttackReport
  /** Figures to hide so that there are no breaches. */
  readonly toHide: readonly FigurePosition[]
}

/** Distance of the points at which the plane is looked at. */
const STEP_METRES = 25
/** Time that one question may take the solver; what takes longer counts as a breach. */
const SECONDS_EACH = 20

/**
 * Attacks everything ever told, jointly. Registers and groups share no incident and no figure adds them up, so each pair is a
 * system of its own. City-wide figures count incidents that no area, cell or place counts (see `citySubjectsOf`), and each
 * subject may hold incidents that no other subject holds, so they narrow nothing, not even one another.
 */
export async function attackEverything(attacked: Attacked): Promise<AttackOutcome> {
  const { figures, grounds, hiddenInCity, toldInCity } = publishedFigures(
    attacked.releases,
    attacked.reviewFigures,
    attacked.zone,
  )
  const plane = planeAtoms(grounds, RELEASE_EDGE_METRES, STEP_METRES)
  const solver = await openSumSolver({ secondsEach: SECONDS_EACH })
  const outcomes = byRegisterAndGroup(figures)
    .filter((own) => attacked.freshFrom === null || own.some(({ at }) => at.release >= attacked.freshFrom!))
    .map((own) => attackFigures(own, plane, solver, attacked.hide === true ? attacked.freshFrom : null))
  const total = (of: (report: AttackReport) => number) =>
    outcomes.reduce((sum, { report }) => sum + of(report), 0)
  const inCity = hiddenInCity + toldInCity
  return {
    report: {
      hidden: total(({ hidden }) => hidden) + hiddenInCity,
      atoms: total(({ atoms }) => atoms) + inCity,
      constraints: total(({ constraints }) => constraints) + inCity,
      breaches: outcomes.flatMap(({ report }) => report.breaches),
      hiddenBesides: total(({ hiddenBesides }) => hiddenBesides),
    },
    toHide: outcomes.flatMap(({ toHide }) => toHide),
  }
}

function byRegisterAndGroup(figures: readonly PublishedFigure[]): readonly (readonly PublishedFigure[])[] {
  const systems = new Map<string, PublishedFigure[]>()
  for (const figure of figures) {
    const key = `${figure.register}|${figure.group}`
    const known = systems.get(key)
    if (known === undefined) systems.set(key, [figure])
    else known.push(figure)
  }
  return [...systems.values()]
}

/**
 * Attacks the figures of one register and group.
 *
 * @param hideFrom figures of releases from this index on are hidden until nothing is breached; null hides none
 */
export function attackFigures(
  figures: readonly PublishedFigure[],
  plane: readonly PlaneAtom[],
  solver: SumSolver,
  hideFrom: number | null = null,
): AttackOutcome {
  const system = figureSystem(figures, plane)
  const attack = createSumAttack(system, solver)
  const isFresh = ({ at }: PublishedFigure) => hideFrom !== null && at.release >= hideFrom
  const waiting = figures.flatMap(({ hidden }, sum) => (hidden === null ? [] : [{ sum, ...hidden }]))
  const prices = pricesOf(figures, system, isFresh)
  const breaches: Breach[] = []
  const toHide: FigurePosition[] = []
  const counts = { hidden: waiting.length, atoms: system.atoms, constraints: prices.bounded }
  for (let hidden = waiting.shift(); hidden !== undefined; hidden = waiting.shift()) {
    const found = attack.breachOf(hidden)
    if (found === null) continue
    const hiding = hideFrom === null ? [] : protect(attack, figures, hidden, found.excluded, prices.fresh)
    if (hiding.length === 0) {
      const { name } = figures[hidden.sum]!
      breaches.push({ figure: name, low: found.low, high: found.high, needs: [0, hidden.most] })
      continue
    }
    for (const sum of hiding) {
      attack.hide(sum)
      prices.fresh.delete(sum)
      toHide.push(figures[sum]!.at)
      waiting.push(hiddenNow(figures[sum]!, sum))
    }
    waiting.unshift(hiding.includes(hidden.sum) ? hiddenNow(figures[hidden.sum]!, hidden.sum) : hidden)
  }
  return { report: { ...counts, breaches, hiddenBesides: toHide.length }, toHide }
}

function pricesOf(
  figures: readonly PublishedFigure[],
  system: SumSystem,
  isFresh: (figure: PublishedFigure) => boolean,
) {
  const bounded = figures.flatMap((_, sum) => (isFree(system, sum) ? [] : [sum]))
  const fresh = new Map<number, number>()
  for (const sum of bounded) if (isFresh(figures[sum]!)) fresh.set(sum, figures[sum]!.price)
  return { bounded: bounded.length, fresh }
}

/** What a figure is once it is hidden besides: a cell not shown, anything else withheld. */
function hiddenNow({ at }: PublishedFigure, sum: number): HiddenSum {
  return at.list === 'hexes'
    ? { sum, most: MOST_UNSHOWN, orAbove: false }
    : { sum, most: MOST_HIDDEN, orAbove: true }
}

/** Figures whose hiding makes an excluded value possible again; the figure itself where only that helps; none if nothing does. */
function protect(
  attack: SumAttack,
  figures: readonly PublishedFigure[],
  { sum, orAbove }: HiddenSum,
  excluded: readonly number[],
  prices: ReadonlyMap<number, number>,
): readonly number[] {
  const others = new Map([...prices].filter(([other]) => other !== sum))
  for (const value of excluded) {
    const hiding = attack.hideFor(sum, value, others)
    if (hiding !== null && hiding.length > 0) return hiding
  }
  return prices.has(sum) && !orAbove && figures[sum]!.at.list !== 'hexes' ? [sum] : []
}
