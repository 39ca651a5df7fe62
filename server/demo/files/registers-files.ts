import type { DemoCity } from '../city.ts'

/** A GeoJSON file of a register with its mapping, as `POST /api/layer-imports` takes them. */
export interface RegisterImportFile {
  readonly kind: 'cameras' | 'patrol-zones' | 'focus-areas'
  readonly name: string
  readonly text: string
  readonly mapping: object
}

type Registers = Pick<DemoCity, 'cameras' | 'patrolZones' | 'focusAreas' | 'srid'>

/** The registers of the city: positions in metres, properties by our own names, known by their names. */
export function registersFiles({
  cameras,
  patrolZones,
  focusAreas,
  srid,
}: Registers): readonly RegisterImportFile[] {
  return [
    registerFile('cameras', cameras, srid),
    registerFile('patrol-zones', patrolZones, srid),
    registerFile('focus-areas', focusAreas, srid),
  ]
}

function registerFile(
  kind: RegisterImportFile['kind'],
  rows: readonly { readonly planar: object; readonly properties: object }[],
  srid: number,
): RegisterImportFile {
  const features = rows.map(({ planar, properties }) => ({ type: 'Feature', geometry: planar, properties }))
  const names = Object.keys(rows[0]!.properties)
  return {
    kind,
    name: `exempelstad-${kind}.geojson`,
    text: JSON.stringify({ type: 'FeatureCollection', features }),
    mapping: {
      kind,
      crs: `EPSG:${srid}`,
      columns: { externalId: 'name', ...Object.fromEntries(names.map((name) => [name, name])) },
    },
  }
}
