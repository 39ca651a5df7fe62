import type { Face } from '../geometry/faces.ts'
import { pointInside, type Shape, shapeArea } from '../geometry/ring.ts'
import { distance, type Vec } from '../geometry/vector.ts'
import { type District, type DistrictId, DISTRICTS } from '../plan/districts.ts'
import { type DistrictMap, joinFaces } from './districts.ts'
import type { StreetNetwork } from './street-network.ts'

/** A part of a district, between streets, that people are counted in. */
export interface StatisticalPart {
  readonly name: string
  readonly district: DistrictId
  readonly shapes: readonly Shape[]
  readonly residents: number
  readonly visitors: number
}

/** What people live and work in. */
interface Floor {
  readonly district: DistrictId
  readonly at: Vec
  readonly m2: number
}

const ROUNDS = 12

/**
 * Cuts every district along its streets into as many statistical areas as its plan says, about equally built: each piece
 * of land goes to the nearest of some centres, which move to the middle of what is built round them (Lloyd 1982).
 */
export function drawStatisticalAreas(
  network: StreetNetwork,
  { byFace }: Pick<DistrictMap, 'byFace'>,
  houses: readonly { readonly shape: Shape; readonly district: DistrictId }[],
): readonly StatisticalPart[] {
  const floors = houses.map(({ shape, district }) => ({
    district,
    at: pointInside(shape),
    m2: shapeArea(shape),
  }))
  const faces = [...byFace].map(([face, district]) => ({ face, district, at: pointInside(face) }))
  return DISTRICTS.flatMap((district) => {
    const own = floors.filter((floor) => floor.district === district.id)
    const centres = centresOf(own, district.statisticalAreas)
    const ofFace = new Map<Face, number>(
      faces.flatMap(({ face, at, ...of }) =>
        of.district === district.id ? [[face, nearest(centres, at)] as const] : [],
      ),
    )
    const parts = centres.map((_, k) => {
      return { ...peopleOf(district, own, centres, k), shapes: joinFaces(network, ofFace, k) }
    })
    return parts
      .filter(({ shapes }) => shapes.length > 0)
      .map((part, k) => ({ ...part, name: `${district.name} ${k + 1}` }))
  })
}

function peopleOf(
  { id, residents, visitors }: District,
  floors: readonly Floor[],
  centres: readonly Vec[],
  k: number,
): Omit<StatisticalPart, 'name' | 'shapes'> {
  const share = builtOn(floors.filter(({ at }) => nearest(centres, at) === k)) / Math.max(1, builtOn(floors))
  return {
    district: id,
    residents: Math.round(residents * share),
    visitors: Math.round(visitors * share),
  }
}

/** Centres about which equally much is built, from the one farthest from all others on. */
function centresOf(floors: readonly Floor[], count: number): readonly Vec[] {
  const first = middleOf(floors)
  let centres: readonly Vec[] = [first]
  while (centres.length < count) {
    const farthest = floors.reduce((best, floor) =>
      apart(centres, floor.at) > apart(centres, best.at) ? floor : best,
    )
    centres = [...centres, farthest.at]
  }
  for (let round = 0; round < ROUNDS; round++) {
    centres = centres.map((centre, k) => {
      const own = floors.filter(({ at }) => nearest(centres, at) === k)
      return own.length === 0 ? centre : middleOf(own)
    })
  }
  return centres.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
}

function middleOf(floors: readonly Floor[]): Vec {
  const built = builtOn(floors)
  const along = (axis: 0 | 1) => floors.reduce((sum, { at, m2 }) => sum + at[axis] * m2, 0) / built
  return [along(0), along(1)]
}

function builtOn(floors: readonly Floor[]): number {
  return floors.reduce((sum, { m2 }) => sum + m2, 0)
}

function nearest(centres: readonly Vec[], at: Vec): number {
  return centres.reduce(
    (best, centre, k) => (distance(centre, at) < distance(centres[best]!, at) ? k : best),
    0,
  )
}

function apart(centres: readonly Vec[], at: Vec): number {
  return Math.min(...centres.map((centre) => distance(centre, at)))
}
