import type { Feature, FeatureCollection, MultiLineString, Polygon, Position } from 'geojson'

type Cells = FeatureCollection<Polygon, { readonly zone: number }>
type Outlines = FeatureCollection<MultiLineString, { readonly zone: number }>

/** A decimetre: corners of neighbouring cells are computed apart. */
const DECIMALS = 6

/** The outer line of each zone of cells: the sides that are of one cell of the zone alone. */
export function zoneOutlines({ features }: Cells): Outlines {
  const zones = [...new Set(features.map(({ properties }) => properties.zone))]
  return {
    type: 'FeatureCollection',
    features: zones.map((zone): Feature<MultiLineString, { readonly zone: number }> => {
      const sides = features
        .filter(({ properties }) => properties.zone === zone)
        .flatMap(({ geometry }) => sidesOf(geometry))
      const times = new Map<string, number>()
      for (const side of sides) times.set(keyOf(side), (times.get(keyOf(side)) ?? 0) + 1)
      const outer = sides.filter((side) => times.get(keyOf(side)) === 1)
      return {
        type: 'Feature',
        geometry: { type: 'MultiLineString', coordinates: outer.map((side) => [...side]) },
        properties: { zone },
      }
    }),
  }
}

type Side = readonly [Position, Position]

function sidesOf({ coordinates: [ring = []] }: Polygon): readonly Side[] {
  return ring.slice(1).map((end, at): Side => [ring[at]!, end])
}

/** The same for a side from either end. */
function keyOf(side: Side): string {
  return side
    .map((corner) => corner.map((value) => value.toFixed(DECIMALS)).join(' '))
    .toSorted()
    .join(' ')
}
