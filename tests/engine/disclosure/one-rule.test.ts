import { expect, it } from 'vitest'
import { countPlaces } from '../../../server/engine/disclosure/count-places.ts'
import { createShelter } from '../../../server/engine/disclosure/sheltered.ts'
import { fileableCounts } from '../../../server/engine/disclosure/fileable-counts.ts'
import { planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../../../server/engine/geometry/planar/zone-locator.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import { PRECISIONS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { rectangle } from '../../support/cities/rectangle.ts'

const [X, Y] = [674_000, 6_580_000] as const
const SPAN = [1000, 2000] as const

it('a handling counts the very incidents that the release of the same place counts', () => {
  const random = seededRandom(5)
  const upTo = (most: number) => Math.floor(random() * most)
  const rows = Array.from({ length: 4000 }, () => ({
    sourceId: ['a', 'b'][upTo(2)]!,
    xCm: (X - 200) * 100 + upTo(80_000),
    yCm: (Y - 200) * 100 + upTo(80_000),
    fromMinute: 900 + upTo(1200),
    toMinute: 2200,
    categoryIndex: upTo(CATEGORIES.length),
    flags: upTo(3) === 0 ? 1 << upTo(4) : 0,
    settingCode: upTo(SETTINGS.length),
    precisionCode: upTo(PRECISIONS.length),
    weight: 1 + upTo(3),
  }))
  const { segments } = makeSnapshot({ rows })
  const locator = createZoneLocator(planarPolygon(rectangle(X, Y, 400, 300)), [100])
  const planar = { type: 'Point' as const, coordinates: [X + 390, Y + 150] }
  const isSheltered = createShelter([{ kind: 'school', planar }])
  const registerOfSource = Int8Array.from([-1, 0, 1])
  const { all, atPremises } = fileableCounts(segments, locator, {
    period: SPAN,
    registerOfSource,
    isSheltered,
  })
  const { zones } = countPlaces(segments, {
    span: SPAN,
    year: null,
    registerOfSource,
    covers: new Uint8Array(6).fill(1),
    places: [locator],
    isSheltered,
  })
  expect(all.map((count, k) => count - atPremises[k]!)).toEqual(zones)
  expect(zones.filter((count) => count > 0).length).toBeGreaterThan(10)
  expect(atPremises.filter((count) => count > 0).length).toBeGreaterThan(3)
})
