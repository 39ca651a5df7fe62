import type { AreaKind, ContextFeature } from '../../engine/snapshot/features.ts'
import type { AreasImportOptions } from '../../areas/index.ts'
import { PERIOD } from '../incidents/calendar.ts'
import type { NewArea } from '../layers/areas.ts'

/** A GeoJSON file of areas of one kind, and how it is read. */
export interface AreasImportFile {
  readonly text: string
  readonly options: AreasImportOptions
}

/** What the background map shows, a file for each kind. */
export function contextFiles(
  context: readonly Omit<ContextFeature, 'id'>[],
  srid: number,
): readonly AreasImportFile[] {
  const kinds = [...new Set(context.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const features = context
      .filter((feature) => feature.kind === kind)
      .map(({ planar, name, rank }) => ({ type: 'Feature', geometry: planar, properties: { name, rank } }))
    return {
      text: JSON.stringify({ type: 'FeatureCollection', features }),
      options: { kind, nameProperty: 'name', rankProperty: 'rank', crs: srid },
    }
  })
}

/** The areas of the city, a file for each kind, in the order in which the kinds come. */
export function areasFiles(areas: readonly NewArea[], srid: number): readonly AreasImportFile[] {
  const kinds = [...new Set(areas.map(({ properties }) => properties.kind))]
  return kinds.map((kind) => {
    const ofKind = areas.filter(({ properties }) => properties.kind === kind)
    return { text: collectionOf(ofKind), options: optionsOf(kind, ofKind, srid) }
  })
}

function collectionOf(areas: readonly NewArea[]): string {
  const features = areas.map(({ planar, properties: { name, residents, visitors } }) => ({
    type: 'Feature',
    geometry: planar,
    properties: { name, residents, visitors },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function optionsOf(kind: AreaKind, areas: readonly NewArea[], srid: number): AreasImportOptions {
  const { exposureSource } = areas[0]!.properties
  const exposure = {
    residentsProperties: ['residents'],
    visitorsProperties: ['visitors'],
    exposureSource,
  }
  return {
    kind,
    nameProperty: 'name',
    validFrom: PERIOD.from,
    crs: srid,
    ...(exposureSource === null ? {} : exposure),
  }
}
