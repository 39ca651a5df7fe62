import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { cellAt, cellCentre } from '../../server/engine/lattice/lattice.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import type { Flag } from '../../server/engine/snapshot/incident.ts'
import { type Random, seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { rectangle } from '../support/cities/rectangle.ts'

const SRID = 3006
/** South-west corner of the land and its side, metres. */
export const [EAST, NORTH, SIDE] = [674_000, 6_580_000, 1500]
const INCIDENTS = 1200
export const LAST_MONTH = 2026 * 12 + 6
export const MONTHS = 31
/** Far enough from a cell's border for a degree's rounding, and with room to move. */
const REACH_METRES = 20

const projection = createProjection(SRID)

/** A moment of a local day. */
interface Moment {
  /** Months since year 0, January = 0. */
  readonly month: number
  readonly day: number
  readonly hour: number
}

/** The board that the planner belongs to, and another one. */
export const BOARDS = { own: 'Egna nämnden', other: 'Andra nämnden' } as const

/** An incident of the attacked city. */
export interface Row extends Moment {
  readonly externalId: string
  readonly source: 'police' | 'city' | 'no-setting' | 'areas-only' | 'fresh' | 'closed' | 'other-board'
  readonly x: number
  readonly y: number
  readonly category: string
  readonly setting?: 'unknown' | 'outdoor' | 'indoor_public' | 'dwelling'
  readonly flags?: readonly Flag[]
  readonly weight?: number
  readonly precision?: 'address' | 'street' | 'district'
  /** Precision of the time; default an instant. */
  readonly time?: 'day' | 'month'
}

/** Sources: two with settings, one in which no row has any, one that knows districts only, one without rows, a closed one, and one of another board. */
export const SOURCES = [
  source('police', { register: 'police' }),
  source('city', { register: 'city' }),
  source('no-setting', { register: 'city' }),
  source('areas-only', { register: 'police' }),
  source('fresh', {}),
  source('closed', { audiences: ['analyst'] }),
  source('other-board', { register: 'police', boards: [{ organisation: BOARDS.other, ground: 'Test' }] }),
]

function source(id: Row['source'], more: object) {
  return { id, controller: 'The city', legalBasis: 'Test', purpose: 'Test', ...more }
}

/** Land with water in the north, and two districts. */
export const AREAS = [
  area('study', 'Staden', [0, 0, SIDE, SIDE]),
  area('water', 'Sjön', [0, SIDE - 150, SIDE, 150]),
  area('district', 'Västra', [0, 0, SIDE / 2, SIDE], 4000),
  area('district', 'Östra', [SIDE / 2, 0, SIDE / 2, SIDE], 3000),
]

function area(kind: string, name: string, [x, y, width, height]: readonly number[], residents?: number) {
  const planar = rectangle(EAST + x!, NORTH + y!, width!, height!)
  const properties = { kind, name, ...(residents === undefined ? {} : { residents }) }
  return { type: 'Feature', geometry: inDegrees(planar.coordinates[0]!), properties }
}

/** A planar polygon converted for a request: WGS 84. */
export function inDegrees(ring: readonly (readonly number[])[]) {
  return { type: 'Polygon', coordinates: [ring.map(([x, y]) => [...projection.toWgs84(x!, y!)])] }
}

/** The address of the tile of a zoom that holds a point. */
export function tileOf(zoom: number, x: number, y: number): string {
  const size = 2 ** (32 - zoom)
  return [zoom, ...projection.toWorld(x, y).map((world) => Math.floor(world / size))].join('/')
}

/** A point of the city, metres. */
export const anywhere = (random: Random): readonly [x: number, y: number] => [
  EAST + SIDE * random(),
  NORTH + SIDE * random(),
]

/** The base city: nearly every incident is alone in its cell, month and group. */
export function cityRows(): readonly Row[] {
  const random = seededRandom(3)
  const counted = CATEGORIES.filter(({ sensitive }) => !sensitive)
  const coarse = {
    source: 'areas-only',
    setting: 'outdoor',
    precision: 'district',
    category: 'graffiti',
  } as const
  const placed = Array.from({ length: INCIDENTS }, (_, n): Row => {
    const category = pick(random, counted).code
    const from = pick(random, ['police', 'police', 'city', 'no-setting'] as const)
    const setting = from === 'no-setting' ? 'unknown' : pick(random, ['outdoor', 'indoor_public'] as const)
    const time = n % 20 === 0 ? 'day' : n % 20 === 1 ? 'month' : undefined
    return {
      externalId: `row-${n}`,
      source: from,
      category,
      setting,
      ...nearCentre(random, ...anywhere(random)),
      ...moment(random, LAST_MONTH - Math.floor(MONTHS * random() ** 1.5)),
      ...(time === undefined ? {} : { time }),
    }
  })
  return [...placed, { ...placed[0]!, ...coarse, externalId: 'coarse' }]
}

/** A point near the centre of the cell that holds one. */
export function nearCentre(random: Random, x: number, y: number) {
  const [centreX, centreY] = cellCentre(cellAt(x, y, 50), 50)
  const around = () => Math.round((random() - 0.5) * 2 * REACH_METRES)
  return { x: centreX + around(), y: centreY + around() }
}

/** A day and an hour of a month, away from clock changes; in the open month, before the requests. */
export function moment(random: Random, month: number): Moment {
  const day = 1 + Math.floor((month === LAST_MONTH ? 9 : 27) * random())
  return { month, day, hour: (3 + Math.floor(23 * random())) % 24 }
}

/**
 * An incident elsewhere in its cell and at another hour and day of its month, in the same part of the week and in the same
 * cell of 200 m; in people's groups in another month of its quarter, where that has closed; in the running year of another category of
 * its group.
 */
export function withinItsUnit(row: Row, random: Random): Row {
  const category = row.month >= 2026 * 12 ? sameGroup(row.category, random) : row.category
  const quarter = Math.floor(row.month / 3) * 3
  const people = groupOf(row.category) === 'people' && quarter + 3 <= LAST_MONTH
  for (;;) {
    const month = people ? quarter + Math.floor(3 * random()) : row.month
    const place = {
      ...nearCentre(random, row.x, row.y),
      precision: row.precision ?? pick(random, ['address', 'street'] as const),
    }
    const moved = { ...row, category, ...place, ...moment(random, month) }
    if (partOfWeek(moved) === partOfWeek(row) && coarseCell(moved) === coarseCell(row)) return moved
  }
}

/** The city without its first month and its open one, but for one incident on a day of January 2024 and one of June 2026. */
export function withEdges(first: number, last: number): readonly Row[] {
  const [january, june] = [2024 * 12, LAST_MONTH - 1]
  const midst = cityRows().filter(({ month }) => month > january && month < june)
  const edge = { ...midst[0]!, source: 'police', setting: 'outdoor', hour: 20 } as const
  return [
    ...midst,
    { ...edge, externalId: 'first', month: january, day: first },
    { ...edge, externalId: 'last', month: june, day: last },
  ]
}

/** What arrives on a day of July 2026: rows of that day, and late ones of months that have closed. */
export function rowsOfDay(day: number): readonly Row[] {
  const random = seededRandom(day)
  return Array.from({ length: 40 }, (_, n): Row => {
    const month = LAST_MONTH - (n % 4)
    const [x, y] = anywhere(random)
    const what = { source: 'police', setting: 'outdoor', category: pick(random, CATEGORIES).code } as const
    return { externalId: `day-${day}-${n}`, ...what, ...nearCentre(random, x, y), month, day, hour: n % 24 }
  })
}

/** An incident in the next cell, to the north or, from the northern half, to the south. */
export function toNextCell(row: Row): Row {
  return { ...row, y: row.y + (row.y < NORTH + SIDE / 2 ? 1 : -1) * Math.round(Math.sqrt(3) * 50) }
}

const groupOf = (code: string) => CATEGORIES.find((category) => category.code === code)!.group

function sameGroup(code: string, random: Random): string {
  // Theft and burglary of unknown setting may be in a dwelling, other property not.
  const peers = CATEGORIES.filter(
    ({ group, sensitive }) => group !== null && group === groupOf(code) && !sensitive,
  )
  return peers.length === 0 ? code : pick(random, peers).code
}

/** One of six: three parts of the day, weekdays and weekends; a night is of the day on which it begins. */
function partOfWeek({ month, day, hour }: Moment): number {
  const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, hour < 6 ? day - 1 : day))
  const weekend = date.getUTCDay() % 6 === 0
  return (hour < 6 || hour >= 22 ? 2 : hour < 14 ? 0 : 1) + (weekend ? 3 : 0)
}

function coarseCell({ x, y }: Row): string {
  const { i, j } = cellAt(x, y, 200)
  return `${i},${j}`
}

/** A row for a request. */
export function toInput({ x, y, month, day, hour, time, ...row }: Row) {
  const [lon, lat] = projection.toWgs84(x, y)
  const at = (m: number, d: number, h: number) =>
    new Date(Date.UTC(Math.floor(m / 12), m % 12, d, h, 30)).toISOString().slice(0, 14)
  const spans = {
    day: { from: `${at(month, day, 0)}00`, to: `${at(month, day + 1, 0)}00` },
    month: { from: `${at(month, 1, 0)}00`, to: `${at(month + 1, 1, 0)}00` },
  }
  return { ...row, lon, lat, ...(time === undefined ? { from: `${at(month, day, hour)}30` } : spans[time]) }
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}
