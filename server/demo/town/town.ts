import { closedSplineThrough, simplifyRing } from '../geometry/curve.ts'
import { insetEvenly } from '../geometry/inset.ts'
import { inRing, type Shape } from '../geometry/ring.ts'
import { distance, type Ring, type Vec } from '../geometry/vector.ts'
import type { DistrictId } from '../plan/districts.ts'
import { BLOCK_PARKS, BLOCK_SQUARES, type NamedPoint, PARK_NAMES, SQUARES, WOODS } from '../plan/landmarks.ts'
import type { BuildingStyle } from '../plan/quarters.ts'
import { createRandom } from '../random.ts'
import { type Block, blocksOf, wayGrid } from './blocks.ts'
import { raiseBuildings } from './buildings/raise-buildings.ts'
import { type DistrictMap, drawDistricts } from './districts.ts'
import { createLand, type Land } from './land.ts'
import { drawStatisticalAreas, type StatisticalPart } from './statistical-areas.ts'
import { layStreets, type StreetNetwork } from './street-network.ts'
import { type Way, waysOf } from './ways.ts'

export interface NamedOutline {
  readonly name: string
  readonly ring: Ring
  /** A wood in open country, a park or a square in town. */
  readonly kind: 'wood' | 'park' | 'square'
}

interface House {
  readonly shape: Shape
  readonly style: BuildingStyle
  readonly district: DistrictId
}

/** The town as it stands, in metres from its own origin; nothing of it knows what happens there. */
export interface Town {
  readonly land: Land
  readonly network: StreetNetwork
  readonly ways: readonly Way[]
  readonly districts: DistrictMap
  readonly statisticalAreas: readonly StatisticalPart[]
  readonly outlines: readonly NamedOutline[]
  readonly houses: readonly House[]
}

/** Builds the town from its plan: land, streets, blocks, parks, houses, districts. */
export function buildTown(seed: string): Town {
  const land = createLand(seed)
  const network = layStreets(land, seed)
  const blocks = blocksOf(network)
  const parks = nearestBlocks(blocks, BLOCK_PARKS)
  const squares = nearestBlocks(blocks, BLOCK_SQUARES)
  const free = new Set([...parks, ...squares].map(({ block }) => block))
  const outlines = [
    ...woods(),
    ...greenQuarters(blocks),
    ...parks.map(asOutline('park')),
    ...squares.map(asOutline('square')),
    ...plannedSquares(),
  ]
  const houses = housesOn(
    blocks.filter((block) => !free.has(block)),
    network,
    seed,
  )
  const districts = drawDistricts(network, land)
  const statisticalAreas = drawStatisticalAreas(network, districts, houses)
  return { land, network, ways: waysOf(network), districts, statisticalAreas, outlines, houses }
}

function housesOn(blocks: readonly Block[], network: StreetNetwork, seed: string): House[] {
  const grid = wayGrid(network)
  const random = createRandom(`${seed}/houses`)
  return blocks.flatMap((block) =>
    raiseBuildings(block, grid, random).map((shape) => ({
      shape,
      style: block.quarter.style,
      district: block.quarter.district,
    })),
  )
}

interface NamedBlock {
  readonly name: string
  readonly block: Block
}

function nearestBlocks(blocks: readonly Block[], wanted: readonly NamedPoint[]): NamedBlock[] {
  const away = (block: Block, at: Vec) => distance(block.centre, at)
  return wanted.map(({ name, at }) => ({
    name,
    block: blocks.reduce((best, block) => (away(block, at) < away(best, at) ? block : best)),
  }))
}

const asOutline =
  (kind: NamedOutline['kind']) =>
  ({ name, block }: NamedBlock): NamedOutline => ({
    name,
    ring: insetEvenly(block.ring, 2) ?? block.ring,
    kind,
  })

function greenQuarters(blocks: readonly Block[]): NamedOutline[] {
  return PARK_NAMES.flatMap(({ name, at }): NamedOutline[] => {
    const block = blocks.find(({ ring, quarter }) => quarter.style === 'park' && inRing(at, ring))
    return block === undefined ? [] : [{ name, ring: block.ring, kind: 'park' }]
  })
}

const woods = (): NamedOutline[] =>
  WOODS.map(({ name, through }) => ({
    name,
    ring: simplifyRing(closedSplineThrough(through, 30), 1),
    kind: 'wood',
  }))

const plannedSquares = (): NamedOutline[] =>
  SQUARES.map(({ name, through }) => ({ name, ring: through, kind: 'square' }))
