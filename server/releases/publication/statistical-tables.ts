import type { Feature, FeatureCollection } from 'geojson'
import { geographic } from '../../engine/projection/geographic.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { StatisticalFigures } from '../release.ts'
import { csvText } from './csv-text.ts'
import { numberOf, shownOf } from './shown-text.ts'

/** `statistical.csv`: one row a statistical area, register and group, all of one year. */
export function statisticalCsv({ areas, figures }: StatisticalFigures): string {
  const byKey = new Map(areas.map((area) => [area.key, area]))
  const rows = figures.map(({ area: key, register, group, period, count }) => {
    const { name, district, residents } = byKey.get(key)!
    return [key, name, district, residents, period, register, group, numberOf(count), shownOf(count)]
  })
  return csvText(
    ['area', 'name', 'district', 'residents', 'period', 'register', 'group', 'count', 'shown'],
    rows,
  )
}

/** `statistical.geojson`: the outlines of the statistical areas; their figures are in the table. */
export function statisticalGeoJson({ areas }: StatisticalFigures, projection: Projection): FeatureCollection {
  const features = areas.map(
    ({ key, name, district, residents, planar }): Feature => ({
      type: 'Feature',
      id: key,
      geometry: geographic(planar, projection),
      properties: { key, name, district, residents },
    }),
  )
  return { type: 'FeatureCollection', features }
}
