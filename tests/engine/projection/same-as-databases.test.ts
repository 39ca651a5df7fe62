import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CoordinateSystem,
  coordinateSystem,
} from '../../../server/engine/projection/coordinate-systems.ts'
import { createConverter } from '../../../server/engine/projection/converter.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import { metresBetween } from './metres-between.ts'

const SWEDEN = [
  3006, 3007, 3008, 3009, 3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018, 3019, 3020, 3021, 3022, 3023,
  3024,
]
const EUROPE = [
  2154, 3035, 3067, 2393, 3003, 3763, 3794, 3844, 3765, 5514, 2056, 21781, 2180, 23030, 23031, 23033, 4230,
  25828, 25830, 25832, 25833, 27700, 28992, 2157, 29902, 31256, 31287, 31370, 31467, 31468, 31469, 32633,
  3059, 3301, 3346, 23700,
]
const AMERICA = [
  4269, 4267, 26910, 26916, 26917, 2227, 2263, 2272, 3435, 6455, 3347, 2950, 6372, 31983, 22185, 32618,
]
const ASIA = [
  2039, 2326, 2443, 2451, 3414, 3826, 5174, 5178, 5179, 5181, 5186, 5187, 6677, 4528, 4547, 32643, 32652,
  7760,
]
const ELSEWHERE = [3857, 7856, 28355, 2193, 20137, 2048]
const SYSTEMS = [...SWEDEN, ...EUROPE, ...AMERICA, ...ASIA, ...ELSEWHERE]
/** The newer database, whose PROJ is the measure. */
const JUDGE = 'embedded'
/** Debian's PROJ 9.1 brings the German grid (BETA2007): what lies between it and the published seven parameters is more than a metre. */
const BY_GRIDS = new Set([31467, 31468, 31469])
const MAX_METRES = 1
const MAX_WITH_GRIDS = 2
/** Fractions of the area of use. */
const LATTICE = [0.2, 0.5, 0.8]

/** Positions in a system's area of use, where its datum has an operation. */
function positionsIn(system: CoordinateSystem): readonly (readonly [lon: number, lat: number])[] {
  const [west, south, east, north] = system.bounds
  const width = east >= west ? east - west : east + 360 - west
  const { forward } = createConverter(system)
  return LATTICE.flatMap((a) =>
    LATTICE.map((b) => [((west + a * width + 540) % 360) - 180, south + b * (north - south)] as const),
  ).filter(([lon, lat]) => Number.isFinite(forward(lon, lat)[0]))
}

/** How far the database and we are apart at any of the positions, there and back, metres. */
async function maxDistance({ knex }: TestDatabase, system: CoordinateSystem): Promise<number> {
  const positions = positionsIn(system)
  const { rows } = await knex.raw(
    `SELECT ST_X(p) AS x, ST_Y(p) AS y
     FROM unnest(?::float8[], ?::float8[]) WITH ORDINALITY AS t (lon, lat, n),
          ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), ?::int) AS p ORDER BY n`,
    [positions.map(([lon]) => lon), positions.map(([, lat]) => lat), system.srid] as never,
  )
  const { forward, inverse } = createConverter(system)
  const distances = positions.flatMap((position, at) => {
    const { x, y } = rows[at] as { readonly x: number; readonly y: number }
    const back = inverse(x, y)
    return [metresBetween(position, back), metresBetween(back, inverse(...forward(...position)))]
  })
  return positions.length < 2 ? Infinity : Math.max(...distances)
}

describe.each(databasesUnderTest)('our projections beside ST_Transform ($kind)', ({ kind, open }) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())

  it(`put ${SYSTEMS.length} systems of four continents within a metre of it, at up to nine places each`, async () => {
    const measured: { readonly srid: number; readonly name: string; readonly metres: number }[] = []
    for (const srid of SYSTEMS) {
      const system = coordinateSystem(srid)
      measured.push({ srid, name: system.name, metres: await maxDistance(database, system) })
    }
    const { rows } = await database.knex.raw('SELECT postgis_proj_version() AS version')
    const worst = measured.toSorted((a, b) => b.metres - a.metres).slice(0, 10)
    const lines = worst.map(({ srid, name, metres }) => `  EPSG:${srid} ${name}: ${metres.toFixed(4)} m`)
    process.stdout.write(
      `The worst ten of ${SYSTEMS.length} beside ST_Transform of the ${kind} database, PROJ ${(rows[0] as { version: string }).version.split(' ')[0]}:\n${lines.join('\n')}\n`,
    )
    const allowed = (srid: number) => (kind !== JUDGE && BY_GRIDS.has(srid) ? MAX_WITH_GRIDS : MAX_METRES)
    expect(measured.filter(({ srid, metres }) => !(metres <= allowed(srid)))).toEqual([])
  }, 600_000)
})
