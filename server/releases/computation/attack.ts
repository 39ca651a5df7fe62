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
import type { AttackReport, Breach, ReleaseContents } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { figureSystem } from './figure-system.ts'
import { type FigurePosition, type PublishedFigure, publishedFigures } from './published-figures.ts'

/** Everything that was told, and which of it may still be changed. */
export interface Attacked {
  /** Published releases, withdrawn ones too, and those that are being prepared. */
  readonly releases: readonly ReleaseContents[]
  readonly zone: Zone
  /**
   * Releases from this index on are being prepared: only registers and groups that they tell of are looked at, and only what
   * they bring about is a breach.
   */
  readonly freshFrom: number
  /** Which figures of what is being prepared may be hidden. */
  readonly hide: Hiding
}

/**
 * What to hide so that a figure cannot be worked out: nothing; whatever costs least; or figures by statistical area alone, the
 * smallest area first, so that the mark falls by the size of an area and never by its count.
 */
export type Hiding = 'nothing' | 'cheapest' | 'smallest-areas'

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
  const { figures, regions, hiddenInCity, disclosedInCity } = publishedFigures(
    attacked.releases,
    attacked.zone,
  )
  const plane = planeAtoms(regions, RELEASE_EDGE_METRES, STEP_METRES)
  const solver = await openSumSolver({ secondsEach: SECONDS_EACH })
  const outcomes = byRegisterAndGroup(figures)
    .filter((own) => own.some(({ at }) => at.release >= attacked.freshFrom))
    .map((own) => attackFigures(own, plane, solver, attacked))
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
  const waiting = figures.flatMap(({ hidden }, sum) => (hidden === null ? [] : [{ sum, ...hidden }]))
  const { bounded, fresh } = pricesOf(figures, system, freshFrom)
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
  }
  if (hide === 'smallest-areas') for (const sum of boundsOfCells(figures, system, fresh)) hideOne(sum)
  for (let hidden = waiting.shift(); hidden !== undefined; hidden = waiting.shift()) {
    const found = attack.breachOf(hidden)
    if (found === null) continue
    // When everything is looked at together, whatever can be worked out is a breach, and nobody asks whose doing it is.
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
  return { report: { ...counts, breaches, earlier, hiddenBesides: toHide.length }, toHide }
}

/**
 * The smallest of the statistical areas that a cell which is not shown lies in, where all of them together are told to hold less,
 * beside the cells shown in them, than the cell may: no value of anything else makes room for it, so nobody need look.
 */
function boundsOfCells(
  figures: readonly PublishedFigure[],
  { sums, low, high }: SumSystem,
  fresh: ReadonlyMap<number, number>,
): readonly number[] {
  const areaOf = new Map<number, number>()
  const room = new Map<number, number>()
  for (const area of fresh.keys()) {
    if (figures[area]!.statistical === undefined) continue
    room.set(area, high[area]!)
    for (const atom of sums[area]!.plus) areaOf.set(atom, area)
  }
  const cells = figures.flatMap(({ at, hidden }, sum) => {
    const areas = [...new Set(sums[sum]!.plus.map((atom) => areaOf.get(atom)))]
    return at.list === 'hexes' ? [{ sum, isShown: hidden === null, areas }] : []
  })
  for (const { sum, isShown, areas } of cells) {
    const [only] = areas
    if (isShown && areas.length === 1 && only !== undefined) room.set(only, room.get(only)! - low[sum]!)
  }
  const hiding = new Set<number>()
  for (const { isShown, areas } of cells) {
    const bounding = areas.flatMap((area) => (area === undefined || hiding.has(area) ? [] : [area]))
    if (isShown || bounding.length < areas.length || bounding.length === 0) continue
    if (bounding.reduce((sum, area) => sum + room.get(area)!, 0) >= MAX_UNSHOWN) continue
    const rank = (area: number) => figures[area]!.statistical!.rank
    hiding.add(bounding.reduce((smallest, area) => (rank(area) < rank(smallest) ? area : smallest)))
  }
  return [...hiding]
}

/** How many figures have bounds, and what hiding costs of those that are being prepared. */
function pricesOf(figures: readonly PublishedFigure[], system: SumSystem, freshFrom: number) {
  const bounded = figures.flatMap((_, sum) => (isFree(system, sum) ? [] : [sum]))
  const fresh = new Map<number, number>()
  for (const sum of bounded) {
    if (figures[sum]!.at.release >= freshFrom) fresh.set(sum, figures[sum]!.price)
  }
  return { bounded: bounded.length, fresh }
}

/** What a figure is once it is hidden besides: a cell not shown, anything else withheld. */
function hiddenNow({ at }: PublishedFigure, sum: number): HiddenSum {
  return at.list === 'hexes'
    ? { sum, maxValue: MAX_UNSHOWN, orAbove: false }
    : { sum, maxValue: MAX_HIDDEN, orAbove: true }
}

/**
 * Figures that are being prepared and whose hiding makes an excluded value possible again: others first, the figure's own
 * `few` where only that helps. Nothing helps where everything was known before.
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
 * The smallest statistical area whose figure is shown, of the district that a hidden figure's ground lies in, else of any
 * other; when none is shown any more, those that are told to be few. For a cell, those that it lies in come before them
 * all, for no other bounds it so closely. None where hiding them all would not help.
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
