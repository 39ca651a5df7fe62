import { boxOf, type Shape } from '../../geometry/ring.ts'
import type { SegmentGrid } from '../../geometry/segment-grid.ts'
import { type Line, nearestOnSegment, type Ring, segmentCrossing } from '../../geometry/vector.ts'
import type { BuildingStyle } from '../../plan/quarters.ts'
import type { Random } from '../../random.ts'
import type { Block } from '../blocks.ts'
import { closedBlock } from './closed-block.ts'
import { rowsOfHouses, villasAlong } from './free-standing.ts'

type Ways = SegmentGrid<{ readonly line: Line; readonly halfWidth: number }>

/** Builds a block in its quarter's manner; nothing stands on a street or the railway. */
export function raiseBuildings(block: Block, ways: Ways, random: Random): readonly Shape[] {
  return BUILDERS[block.quarter.style](block, random).filter(({ outer }) => isOffTheWays(outer, ways))
}

const BUILDERS: Readonly<Record<BuildingStyle, (block: Block, random: Random) => readonly Shape[]>> = {
  'old-town': ({ ring }, random) =>
    closedBlock(ring, { depthMetres: 9, frontMetres: 19, gaps: 0.03 }, random),
  'closed-block': ({ ring }, random) =>
    closedBlock(ring, { depthMetres: 13, frontMetres: 30, gaps: 0.05 }, random),
  slab: ({ ring, quarter }, random) =>
    rowsOfHouses(
      ring,
      { ...SLABS, angleDegrees: quarter.angleDegrees + (random.chance(0.3) ? 90 : 0) },
      random,
    ),
  tower: ({ ring, quarter }, random) =>
    rowsOfHouses(
      ring,
      { ...(random.chance(0.55) ? TOWERS : LONG_SLABS), angleDegrees: quarter.angleDegrees },
      random,
    ),
  villa: ({ ring }, random) => villasAlong(ring, 27, random),
  works: ({ ring, quarter }, random) => {
    const size = random.between(38, 74)
    return rowsOfHouses(
      ring,
      {
        ...SHEDS,
        alongMetres: size + 20,
        lengthMetres: size,
        acrossMetres: 58,
        breadthMetres: 36,
        angleDegrees: quarter.angleDegrees,
      },
      random,
    )
  },
  park: () => [],
  open: () => [],
}

const SLABS = {
  alongMetres: 66,
  acrossMetres: 44,
  lengthMetres: 52,
  breadthMetres: 11,
  variety: 0.25,
  gaps: 0.12,
  setbackMetres: 5,
}
const LONG_SLABS = {
  alongMetres: 112,
  acrossMetres: 74,
  lengthMetres: 90,
  breadthMetres: 12,
  variety: 0.2,
  gaps: 0.15,
  setbackMetres: 8,
}
const TOWERS = {
  alongMetres: 62,
  acrossMetres: 66,
  lengthMetres: 24,
  breadthMetres: 21,
  variety: 0.3,
  gaps: 0.2,
  setbackMetres: 9,
}
const SHEDS = { variety: 0.3, gaps: 0.1, setbackMetres: 6 }

function isOffTheWays(house: Ring, ways: Ways): boolean {
  const { minX, minY, maxX, maxY } = boxOf(house)
  return ways.near([minX, minY], [maxX, maxY], 16).every(({ line, halfWidth }) =>
    house.every((corner, k) => {
      const far = nearestOnSegment(corner, line[0]!, line[1]!).distance >= halfWidth * 0.7
      return far && segmentCrossing(corner, house[(k + 1) % house.length]!, line[0]!, line[1]!) === null
    }),
  )
}
