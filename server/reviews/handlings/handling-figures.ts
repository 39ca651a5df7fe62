import type { MultiPolygon, Polygon } from 'geojson'
import type { Handling } from './handling-document.ts'
import type { ReviewFigure } from '../../releases/index.ts'

const MINUTE_MS = 60_000

/**
 * What a handling tells, as constraints that whoever read it knows.
 *
 * @param footprint the proposal's ground, metres in the city's CRS
 */
export function figuresOfHandling(
  handling: Pick<Handling, 'reviewId' | 'figures' | 'zones' | 'from' | 'to'>,
  footprint: Polygon | MultiPolygon,
): readonly ReviewFigure[] {
  return handling.figures.map(({ zone, register, group, count }) => {
    const { fromMetres, toMetres } = handling.zones.find((other) => other.zone === zone)!
    return {
      reviewId: handling.reviewId,
      footprint,
      fromMetres,
      toMetres,
      register,
      group,
      fromMinute: Date.parse(handling.from) / MINUTE_MS,
      toMinute: Date.parse(handling.to) / MINUTE_MS,
      count,
    }
  })
}
