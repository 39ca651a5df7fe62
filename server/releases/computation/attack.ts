import { type PlaneAtom, planeAtoms } from '../../engine/disclosure/plane-atoms.ts'
import {
  createSumAttack,
  type HiddenSum,
  type SumAttack,
  type SumBreach,
} from '../../engine/disclosure/sum-attack.ts'
import { openSumSolver, type SumSolver } from '../../engine/disclosure/sum-solver.ts'
import { MAX_HIDDEN, MAX_UNSHOWN, RELEASE_EDGE_METRES } from '../../engine/disclosure/shown-count.ts'
import { isFree, type SumSystem } from '../../engine/disclosure/sum-system.ts'
import type { AttackReport, Breach } from '../release.ts'
import { figureSystem } from './figure-system.ts'
import { boundsOfCells, heldCells, isLeftOut } from './held-cells.ts'
import type { Disclosures, FigurePosition, PublishedFigure } from './published-figure.ts'
import { publishedFigures } from './published-figures.ts'

/** All releases under attack (published ones, withdrawn ones too, then those being prepared), and which may change. */
export interface Attacked extends Disclosures {
  /**
   * Releases from this index on are being prepared: only registers and groups in them are attacked, and only breaches
   * that they cause count.
   */
  readonly freshFrom: number
  /** Which figures being prepared may be hidden. */
  readonly hide: Hiding
}

/**
 * What to hide so that a figure cannot be derived: nothing; the cheapest figures; or figures by statistical area
 * only, smallest area first, so that the choice depends on the size of an area and never on its count.
 */
export type Hiding = 'nothing' | 'cheapest' | 'smallest-areas'

export interface AttackOutcome {
  readonly report: AttackReport
  /** Figures to hide so that there are no breaches. */
  readonly toHide: readonly FigurePosition[]
  /** Cells to leave out of the hex layer; computed with figures by statistical area only. */
  readonly leftOut: readonly FigurePosition[]
}

/** Spacing of the sample points in the plane. */
const STEP_METRES = 25
/** Time limit of one solver call; a timeout counts as a breach. */
const SECONDS_EACH = 20

/**
 * Attacks all releases jointly. Registers and groups share no incident and no figure adds them up, so each pair is a
 * system of its own. City-wide figures count incidents that no area, cell or place counts (see `citySubjectsOf`), and
 * each subject may hold incidents of its own, so they constrain nothing, not even each other.
 */
export async function attackEverything(attacked: Attacked): Promise<AttackOutcome> {
  const { figures, regions, hiddenInCity, disclosedInCity } = publishedFigures(attacked)
  // What may be given out next concerns its own registers and groups alone.
  const { requested } = attacked
  const isAttacked = ({ register, group }: PublishedFigure) =>
    requested === undefined || requested.some((one) => one.register === register && one.group === group)
  const plane = planeAtoms(regions, RELEASE_EDGE_METRES, STEP_METRES)
  const solver = await openSumSolver({ secondsEach: SECONDS_EACH })
  const outcomes = byRegisterAndGroup(figures.filter(isAttacked))
    .filter((together) => together.some(({ at }) => at.release >= attacked.freshFrom))
    .map((together) => attackFigures(together, plane, solver, attacked))
  const total = (of: (report: AttackReport) => number) =>
    outcomes.reduce((sum, { report }) => sum + of(report), 0)
  const inCity = hiddenInCity + disclosedInCity
  return {
    report: {
      hidden: total(({ hidden }) => hidden) + hiddenInCity,
      atoms: total(({ atoms }) => atoms) + inCity,
      constraints: total(({ constraints }) => constraints) + inCity,
      breaches: outcomes.flatMap(({ report }) => report.breaches),
      earlier: total(({ earlier }) => earlier ?? 0),
      hiddenBesides: total(({ hiddenBesides }) => hiddenBesides),
    },
    toHide: outcomes.flatMap(({ toHide }) => toHide),
    leftOut: outcomes.flatMap(({ leftOut }) => leftOut),
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

/** Attacks the figures of one register and group. */
export function attackFigures(
  figures: readonly PublishedFigure[],
  plane: readonly PlaneAtom[],
  solver: SumSolver,
  { freshFrom, hide }: Pick<Attacked, 'freshFrom' | 'hide'>,
): AttackOutcome {
  const system = figureSystem(figures, plane)
  const attack = createSumAttack(system, solver)
  const { bounded, fresh } = pricesOf(figures, system, freshFrom)
  const cells = hide === 'smallest-areas' ? heldCells(figures, system, fresh, freshFrom) : []
  const leftOut = new Set(cells.filter((cell) => isLeftOut(cell, system)))
  const unprotected = new Set([...[...leftOut].map(({ sum }) => sum), ...givenOut(figures, system)])
  const waiting = figures.flatMap(({ hidden }, sum) =>
    hidden === null || unprotected.has(sum) ? [] : [{ sum, ...hidden }],
  )
  const counts = { hidden: waiting.length, atoms: system.atoms, constraints: bounded }
  const choose = hide === 'smallest-areas' ? smallestOf(system) : hidingFor
  const breaches: Breach[] = []
  const toHide: FigurePosition[] = []
  let earlier = 0
  const hideOne = (sum: number) => {
    attack.hide(sum)
    fresh.delete(sum)
    toHide.push(figures[sum]!.at)
    waiting.push(hiddenNow(figures[sum]!, sum))
    for (const cell of leftOut) {
      if (isLeftOut(cell, system)) continue
      leftOut.delete(cell)
      waiting.push(hiddenNow(figures[cell.sum]!, cell.sum))
    }
  }
  for (const sum of boundsOfCells(cells, figures, system)) hideOne(sum)
  for (let hidden = waiting.shift(); hidden !== undefined; hidden = waiting.shift()) {
    const found = attack.breachOf(hidden)
    if (found === null) continue
    // When all releases are attacked together, every derivable figure is a breach, whichever release caused it.
    const hiding = hide === 'nothing' && freshFrom === 0 ? [] : choose(attack, figures, hidden, found, fresh)
    if (hiding === 'nothing-helps') {
      earlier++
      continue
    }
    if (hide === 'nothing' || hiding === 'undecided') {
      const { low, high, excluded } = found
      breaches.push({ figure: figures[hidden.sum]!.name, low, high, needs: [0, hidden.maxValue], excluded })
      continue
    }
    for (const sum of hiding) hideOne(sum)
    if (!hiding.includes(hidden.sum)) waiting.unshift(hidden)
  }
  return {
    report: { ...counts, breaches, earlier, hiddenBesides: toHide.length },
    toHide,
    leftOut: [...leftOut].map(({ sum }) => figures[sum]!.at),
  }
}

/** Hidden figures that count what was given out on request: nothing is left to protect of them. */
function givenOut(figures: readonly PublishedFigure[], { sums }: SumSystem): readonly number[] {
  const known = new Set(
    figures.flatMap(({ at, low, high }, sum) =>
      at.list === 'given' && low === high ? [sums[sum]!.plus.join()] : [],
    ),
  )
  if (known.size === 0) return []
  return figures.flatMap(({ hidden }, sum) =>
    hidden !== null && known.has(sums[sum]!.plus.join()) ? [sum] : [],
  )
}

/** The number of figures with bounds, and the prices of hiding those being prepared. */
function pricesOf(figures: readonly PublishedFigure[], system: SumSystem, freshFrom: number) {
  const bounded = figures.flatMap((_, sum) => (isFree(system, sum) ? [] : [sum]))
  const fresh = new Map<number, number>()
  for (const sum of bounded) {
    if (figures[sum]!.at.release >= freshFrom) fresh.set(sum, figures[sum]!.price)
  }
  return { bounded: bounded.length, fresh }
}

/** A figure after hiding: a cell is not shown, any other is withheld. */
function hiddenNow({ at }: PublishedFigure, sum: number): HiddenSum {
  return at.list === 'hexes'
    ? { sum, maxValue: MAX_UNSHOWN, orAbove: false }
    : { sum, maxValue: MAX_HIDDEN, orAbove: true }
}

/**
 * Figures being prepared whose hiding makes an excluded value possible again: others first, the figure's own `few`
 * where only that helps. None where the breach existed before.
 */
function hidingFor(
  attack: SumAttack,
  figures: readonly PublishedFigure[],
  { sum, orAbove }: HiddenSum,
  { low, excluded }: SumBreach,
  fresh: ReadonlyMap<number, number>,
): readonly number[] | 'nothing-helps' | 'undecided' {
  if (low < 0) return 'undecided'
  const others = new Map([...fresh].filter(([other]) => other !== sum))
  for (const value of excluded) {
    const hiding = attack.hideFor(sum, value, others)
    if (hiding === 'undecided') return hiding
    if (hiding !== 'nothing-helps' && hiding.length > 0) return hiding
  }
  return fresh.has(sum) && !orAbove && figures[sum]!.at.list !== 'hexes' ? [sum] : 'nothing-helps'
}

/**
 * The smallest statistical area with a shown figure, in the district of the hidden figure, else in any; when none is
 * shown any more, areas released as `few`. For a cell, the areas that hold it come first, because they bound it most
 * closely. None where hiding all would not help.
 */
const smallestOf =
  ({ sums }: SumSystem): typeof hidingFor =>
  (attack, figures, { sum }, { excluded }, fresh) => {
    const left = [...fresh.keys()].filter((other) => figures[other]!.statistical !== undefined)
    const helps = excluded.map((value) => attack.hideFor(sum, value, new Map(left.map((one) => [one, 1]))))
    if (left.length === 0 || helps.every((hiding) => hiding === 'nothing-helps')) return 'nothing-helps'
    const atoms = new Set(sums[sum]!.plus)
    const districtOf = (other: number) => figures[other]!.statistical!.district
    const meeting = left.filter((other) => sums[other]!.plus.some((atom) => atoms.has(atom)))
    const districts = new Set(meeting.map(districtOf))
    const holding = new Set(figures[sum]!.at.list === 'hexes' ? meeting : [])
    const orderOf = (other: number) => {
      const { hidden, statistical } = figures[other]!
      const steps = [holding.has(other), districts.has(districtOf(other)), hidden === null]
      return [...steps.map((isFirst) => (isFirst ? 0 : 1)), statistical!.rank]
    }
    return left.toSorted((a, b) => compareInOrder(orderOf(a), orderOf(b))).slice(0, 1)
  }

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k])
  return at < 0 ? 0 : a[at]! - b[at]!
}
