import { coordinateSystem, isWithin } from '../../engine/projection/coordinate-systems.ts'
import { createConverter } from '../../engine/projection/converter.ts'
import type { CityBounds } from '../../engine/projection/likely-systems.ts'
import { placeInCity } from '../../engine/projection/place-in-city.ts'
import type { Notice } from '../notice.ts'

/** From this on an operation is too coarse for addresses, metres. */
const COARSE_METRES = 5

type Pairs = readonly (readonly [x: number, y: number])[]

/** Says which system in metres was taken where neither file nor city can tell: the city has no border to compare with. */
export function unverifiedSystem(srid: number, pairs: Pairs, city: CityBounds): readonly Notice[] {
  const system = coordinateSystem(srid)
  const { inverse } = createConverter(system)
  const points = pairs.map(([x, y]) => inverse(x, y)).filter(([lon, lat]) => Number.isFinite(lon + lat))
  if (points.length === 0) return []
  const place = placeInCity(points, city)
  return [
    {
      code: 'crs-unverified',
      kind: 'warning',
      field: 'crs',
      sv: `Filen säger inte sitt koordinatsystem, och staden har ingen gräns att jämföra med: läst som ${system.name} (EPSG:${srid}) ligger platserna ${place.sv}. Stämmer inte det, ange crs i mappningen; läs annars in gränsen (areas import --kind study).`,
      en: `The file does not say its coordinate system, and the city has no border to compare with: read as ${system.name} (EPSG:${srid}), the positions lie ${place.en}. If that is wrong, give crs in the mapping; else import the border (areas import --kind study).`,
    },
  ]
}

/** Warns of a coordinate system whose positions cannot be turned into the city's as exactly as addresses are. */
export function coarseSystemNotices(srid: number, lon: number, lat: number): readonly Notice[] {
  const { name, operations } = coordinateSystem(srid)
  const metres = operations.find(({ bounds }) => isWithin(bounds, lon, lat))?.accuracyMetres ?? 0
  if (metres < COARSE_METRES) return []
  return [
    {
      code: 'crs-coarse',
      kind: 'warning',
      field: 'defaults.precision',
      sv: `${name} (EPSG:${srid}) kan bara räknas om på ${metres} meter när, för grovt för adresser. Skriv "defaults": {"precision": "street"} i mappningen.`,
      en: `${name} (EPSG:${srid}) can be converted to within ${metres} metres only, too coarse for addresses. Put "defaults": {"precision": "street"} in the mapping.`,
    },
  ]
}

/** Says which system in metres was taken where the file names none: the city's own with reason, another with a warning. */
export function guessedSystemNotices(srid: number, citySrid: number): readonly Notice[] {
  const { name, geographic } = coordinateSystem(srid)
  if (geographic) return []
  return [
    {
      code: 'crs-guessed',
      kind: srid === citySrid ? 'reason' : 'warning',
      field: 'crs',
      sv: `Filen säger inte sitt koordinatsystem: läst som ${name} (EPSG:${srid}) ligger platserna i staden.`,
      en: `The file does not say its coordinate system: read as ${name} (EPSG:${srid}), the positions lie in the city.`,
    },
  ]
}
