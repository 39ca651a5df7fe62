import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bufferRegion } from '../../../server/engine/geometry/planar/buffer-region.ts'
import { type PlanarPolygon, planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { regionArea } from '../../../server/engine/geometry/planar/scanline-area.ts'
import { createZoneLocator } from '../../../server/engine/geometry/planar/zone-locator.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { databasesUnderTest } from '../../support/databases.ts'

const [EAST, NORTH] = [674_000, 6_580_000]
const random = seededRandom(7)

/** A star-shaped polygon on the centimetre grid, as coordinates and as well-known text. */
function star(corners: number): { readonly polygon: PlanarPolygon; readonly wkt: string } {
  const ring = Array.from({ length: corners }, (_, k) => {
    const angle = (2 * Math.PI * k) / corners
    const radius = 40 + 160 * random()
    return [
      Math.round((EAST + radius * Math.cos(angle)) * 100) / 100,
      Math.round((NORTH + radius * Math.sin(angle)) * 100) / 100,
    ]
  })
  const closed = [...ring, ring[0]!]
  return {
    polygon: planarPolygon({ type: 'Polygon', coordinates: [closed] }),
    wkt: `POLYGON((${closed.map((point) => point.join(' ')).join(',')}))`,
  }
}

const STARS = [3, 4, 5, 8, 13, 21, 34].map(star)
const RADII = [50, 100, 250]

describe.each(databasesUnderTest)('zones beside PostGIS ($kind)', ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())

  it('put every point where ST_DWithin puts it', async () => {
    for (const { polygon, wkt } of STARS) {
      const zones = createZoneLocator(polygon, RADII)
      const points = Array.from({ length: 400 }, () => [
        Math.round((EAST + 1000 * (random() - 0.5)) * 100),
        Math.round((NORTH + 1000 * (random() - 0.5)) * 100),
      ])
      const { rows } = await database.knex.raw(
        `SELECT CASE WHEN ST_DWithin(p, g, 0) THEN 0 WHEN ST_DWithin(p, g, 50) THEN 1
           WHEN ST_DWithin(p, g, 100) THEN 2 WHEN ST_DWithin(p, g, 250) THEN 3 ELSE -1 END AS zone
         FROM (SELECT ST_GeomFromText(?) AS g) AS shape,
           unnest(?::float8[], ?::float8[]) WITH ORDINALITY AS at(x, y, n), LATERAL (SELECT ST_MakePoint(x, y) AS p) AS point
         ORDER BY n`,
        [wkt, points.map(([x]) => x! / 100), points.map(([, y]) => y! / 100)],
      )
      const ours = points.map(([x, y]) => zones.zoneAt(x!, y!))
      expect(ours).toEqual(rows.map((row: { zone: number }) => row.zone))
    }
  })

  it('have the areas of ST_Buffer to 0.1 %', async () => {
    for (const { polygon, wkt } of STARS) {
      for (const radius of RADII) {
        const { rows } = await database.knex.raw(
          `SELECT ST_Area(ST_Buffer(ST_GeomFromText(?), ?, 'quad_segs=64')) AS area`,
          [wkt, radius],
        )
        expect(Math.abs(regionArea(bufferRegion(polygon, radius)) / rows[0].area - 1)).toBeLessThan(1e-3)
      }
    }
  })
})
