import { MAX_UNSHOWN } from '../../engine/disclosure/shown-count.ts'
import type { SumSystem } from '../../engine/disclosure/sum-system.ts'
import type { PublishedFigure } from './published-figure.ts'

/** A cell being prepared, and the statistical areas that together cover it. */
export interface HeldCell {
  readonly sum: number
  readonly isShown: boolean
  readonly areas: readonly number[]
}

/**
 * The cells being prepared that are covered by statistical areas with figures being prepared.
 *
 * @param fresh the figures with bounds that are being prepared
 * @param freshFrom index of the first release that is
 */
export function heldCells(
  figures: readonly PublishedFigure[],
  { sums }: SumSystem,
  fresh: ReadonlyMap<number, number>,
  freshFrom: number,
): readonly HeldCell[] {
  const areaOf = new Map<number, number>()
  for (const area of fresh.keys()) {
    if (figures[area]!.statistical === undefined) continue
    for (const atom of sums[area]!.plus) areaOf.set(atom, area)
  }
  return figures.flatMap(({ at, hidden }, sum): HeldCell[] => {
    if (at.list !== 'hexes' || at.release < freshFrom) return []
    const areas = [...new Set(sums[sum]!.plus.map((atom) => areaOf.get(atom)))]
    const known = areas.filter((area) => area !== undefined)
    const isHeld = known.length > 0 && known.length === areas.length
    return isHeld ? [{ sum, isShown: hidden === null, areas: known }] : []
  })
}

/**
 * Whether the figures of its areas exclude that a cell is shown, because they sum to fewer than ten. Such a cell is
 * left out of the hex layer and not protected. That follows from released figures, so its absence discloses nothing
 * more.
 */
export function isLeftOut({ isShown, areas }: HeldCell, { high }: Pick<SumSystem, 'high'>): boolean {
  return !isShown && areas.reduce((sum, area) => sum + high[area]!, 0) <= MAX_UNSHOWN
}

/**
 * For a cell that is not shown, the smallest of its statistical areas, when the areas' released figures less the
 * cells shown in them are below what the cell may hold: a breach that needs no solver.
 */
export function boundsOfCells(
  cells: readonly HeldCell[],
  figures: readonly PublishedFigure[],
  { low, high }: SumSystem,
): readonly number[] {
  const room = new Map(cells.flatMap(({ areas }) => areas.map((area) => [area, high[area]!])))
  for (const { sum, isShown, areas } of cells) {
    if (isShown && areas.length === 1) room.set(areas[0]!, room.get(areas[0]!)! - low[sum]!)
  }
  const hiding = new Set<number>()
  for (const cell of cells) {
    const { isShown, areas } = cell
    if (isShown || isLeftOut(cell, { high }) || areas.some((area) => hiding.has(area))) continue
    if (areas.reduce((sum, area) => sum + room.get(area)!, 0) >= MAX_UNSHOWN) continue
    const rank = (area: number) => figures[area]!.statistical!.rank
    hiding.add(areas.reduce((smallest, area) => (rank(area) < rank(smallest) ? area : smallest)))
  }
  return [...hiding]
}
