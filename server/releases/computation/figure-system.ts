import type { PlaneAtom } from '../../engine/disclosure/plane-atoms.ts'
import type { Sum, SumSystem } from '../../engine/disclosure/sum-system.ts'
import type { PublishedFigure } from './published-figure.ts'

/**
 * The figures of one register and group as sums of atoms: piece of the plane × piece of time, and within places also
 * × sixth of the week. Sum k is figure k; further sums relate a year's profile to the year.
 *
 * A profile counts only incidents whose hour is known, so on each piece of the plane the sixths of a year sum to at
 * most the year. No figure depends on their week, so they need no finer time.
 */
export function figureSystem(figures: readonly PublishedFigure[], plane: readonly PlaneAtom[]): SumSystem {
  const builder = createBuilder(figures)
  for (const here of distinctSets(figures, plane)) builder.add(here)
  return builder.system()
}

/** The distinct sets of figures that count at some point of the plane. */
function distinctSets(
  figures: readonly PublishedFigure[],
  plane: readonly PlaneAtom[],
): Iterable<readonly number[]> {
  const byRegion = new Map<number, number[]>()
  figures.forEach(({ region }, figure) => {
    const known = byRegion.get(region)
    if (known === undefined) byRegion.set(region, [figure])
    else known.push(figure)
  })
  const distinct = new Map<string, readonly number[]>()
  for (const atom of plane) {
    const here = atom.flatMap((region) => byRegion.get(region) ?? [])
    if (here.length > 0) distinct.set(atom.filter((region) => byRegion.has(region)).join(), here)
  }
  return distinct.values()
}

interface Builder {
  /** Adds the atoms of a piece of the plane counted by some figures. */
  add(here: readonly number[]): void
  system(): SumSystem
}

function createBuilder(figures: readonly PublishedFigure[]): Builder {
  const sums: { plus: number[]; minus: number[] }[] = figures.map(() => ({ plus: [], minus: [] }))
  const atomByFigures = new Map<string, number>()
  let atoms = 0

  const atomOf = (members: readonly number[]): number => {
    const atom = atoms++
    for (const figure of members) sums[figure]!.plus.push(atom)
    return atom
  }
  /** Atoms counted by the same figures are merged. */
  const sharedAtomOf = (members: readonly number[]): number => {
    const key = members.join()
    const atom = atomByFigures.get(key) ?? atomOf(members)
    atomByFigures.set(key, atom)
    return atom
  }

  return {
    add(here) {
      const whole = here.filter((figure) => figures[figure]!.part === null)
      const parts = here.filter((figure) => figures[figure]!.part !== null)
      const ties = new Map<number, Sum & { readonly minus: number[] }>()
      for (const year of new Set(parts.map((figure) => figures[figure]!.span[0]))) {
        const ofYear = parts.filter((figure) => figures[figure]!.span[0] === year)
        const plus = sixths(ofYear, figures).map(atomOf)
        const tie = { plus, minus: [] }
        sums.push(tie)
        ties.set(year, tie)
      }
      for (const { from, members } of pieces(here, whole, figures)) {
        const tied = parts.filter((figure) => isWithin(from, figures[figure]!.span))
        if (tied.length === 0) {
          if (members.length > 0) sharedAtomOf(members)
          continue
        }
        const atom = atomOf(members)
        for (const year of new Set(tied.map((figure) => figures[figure]!.span[0])))
          ties.get(year)!.minus.push(atom)
      }
    },
    system() {
      const isEmpty = (sum: Sum) => sum.plus.length === 0
      const bound = (of: (figure: PublishedFigure) => number, empty: number, tie: number) =>
        Float64Array.from(sums, (sum, k) =>
          isEmpty(sum) ? empty : k < figures.length ? of(figures[k]!) : tie,
        )
      return {
        atoms,
        sums,
        low: bound(({ low }) => low, 0, -Infinity),
        high: bound(({ high }) => high, Infinity, 0),
      }
    },
  }
}

/** Figures of one year's profiles for the same sixth of the week, in overlapping places. */
function sixths(
  ofYear: readonly number[],
  figures: readonly PublishedFigure[],
): readonly (readonly number[])[] {
  const parts = new Set(ofYear.map((figure) => figures[figure]!.part!))
  return [...parts].map((part) => ofYear.filter((figure) => figures[figure]!.part === part))
}

/** Pieces of time between the borders of all periods, each with the all-hours figures that count it. */
function pieces(
  here: readonly number[],
  whole: readonly number[],
  figures: readonly PublishedFigure[],
): readonly { readonly from: number; readonly members: readonly number[] }[] {
  const borders = [...new Set(here.flatMap((figure) => figures[figure]!.span))].sort((a, b) => a - b)
  return borders.slice(0, -1).map((from) => {
    return { from, members: whole.filter((figure) => isWithin(from, figures[figure]!.span)) }
  })
}

function isWithin(minute: number, [from, to]: readonly [number, number]): boolean {
  return minute >= from && minute < to
}
