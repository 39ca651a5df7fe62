import type { Feature, FeatureCollection } from 'geojson'
import type { ReleaseFigures } from './contract.ts'
import { PUBLIC_SCHEMA_VERSION } from './contract.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { PublicContents } from '../release.ts'
import { figureAttribute, shownAttribute } from '../../../tiles/release/attributes.ts'
import type { FigureTables } from '../../../tiles/release/figure-tables.ts'
import { cellRing } from '../../../tiles/release/release-layers.ts'
import { csvText } from './csv-text.ts'
import { geographic } from '../../engine/projection/geographic.ts'
import { periodText } from './period-messages.ts'
import { numberOf, shownOf } from './shown-text.ts'

const km2 = (squareMetres: number) => Math.round(squareMetres / 10_000) / 100

/** `figures.json`: the release without geometry, for pages that show text first. */
export function figuresJson(contents: PublicContents): ReleaseFigures {
  const { from, to } = periodText(contents.period)
  return {
    schemaVersion: PUBLIC_SCHEMA_VERSION,
    period: contents.period,
    from,
    to,
    areas: contents.areas.map(({ key, name, residents, landM2 }) => ({
      key,
      name,
      residents,
      landKm2: km2(landM2),
    })),
    areaFigures: contents.areaFigures.map(({ area, register, group, count }) => ({
      area,
      register,
      group,
      count,
    })),
    city: contents.city.map(({ register, subject, count }) => ({ register, subject, count })),
    felt: contents.felt.map(({ area, indicator, wave, group, percent, marginPercent, answers, source }) => ({
      area,
      indicator,
      wave,
      group,
      percent,
      marginPercent,
      answers,
      source,
    })),
    sources: contents.sources.map(({ title, register, coversFrom, coversTo }) => ({
      title,
      register,
      coversFrom,
      coversTo,
    })),
  }
}

/** `areas.geojson`: one feature an area, with the attributes that the tiles have. */
export function areasGeoJson({ areas, areaSeries }: FigureTables, projection: Projection): FeatureCollection {
  const features = areas.map(({ area, counts }): Feature => {
    const properties: Record<string, string | number | null> = {
      key: area.key,
      name: area.name,
      residents: area.residents,
      landKm2: km2(area.landM2),
    }
    for (const series of areaSeries) {
      const count = counts.get(figureAttribute(series))
      if (count === undefined) continue
      properties[figureAttribute(series)] = numberOf(count)
      properties[shownAttribute(series)] = shownOf(count)
    }
    return { type: 'Feature', id: area.key, geometry: geographic(area.planar, projection), properties }
  })
  return { type: 'FeatureCollection', features }
}

/** `areas.csv`: one row an area, register and group. */
export function areasCsv({ areas, areaSeries }: FigureTables, period: string): string {
  const rows = areas.flatMap(({ area, counts }) =>
    areaSeries.flatMap((series) => {
      const count = counts.get(figureAttribute(series))
      if (count === undefined) return []
      const { register, group } = series
      return [[area.key, area.name, area.residents, period, register, group, numberOf(count), shownOf(count)]]
    }),
  )
  return csvText(['area', 'name', 'residents', 'period', 'register', 'group', 'count', 'shown'], rows)
}

/** `hexes.geojson`: one feature a cell, with its bands. */
export function hexesGeoJson({ hexes, hexSeries }: FigureTables, projection: Projection): FeatureCollection {
  const features = hexes.map((cell): Feature => {
    const bands = hexSeries.flatMap((series) => {
      const band = cell.bands.get(figureAttribute(series))
      return band === undefined ? [] : [[figureAttribute(series), band] as const]
    })
    const planar = { type: 'Polygon' as const, coordinates: [cellRing(cell)] }
    return {
      type: 'Feature',
      id: `${cell.i},${cell.j}`,
      geometry: geographic(planar, projection),
      properties: { i: cell.i, j: cell.j, ...Object.fromEntries(bands) },
    }
  })
  return { type: 'FeatureCollection', features }
}

/** `hexes.csv`: one row a cell, register and group. */
export function hexesCsv({ hexes, hexSeries }: FigureTables, period: string): string {
  const rows = hexes.flatMap(({ i, j, bands }) =>
    hexSeries.flatMap((series) => {
      const band = bands.get(figureAttribute(series))
      return band === undefined ? [] : [[i, j, period, series.register, series.group, band]]
    }),
  )
  return csvText(['i', 'j', 'period', 'register', 'group', 'band'], rows)
}

/** `city.csv`: figures released city-wide only. */
export function cityCsv({ city, period }: PublicContents): string {
  const rows = city.map(({ register, subject, count }) => [
    period,
    register,
    subject,
    numberOf(count),
    shownOf(count),
  ])
  return csvText(['period', 'register', 'subject', 'count', 'shown'], rows)
}

/** `felt.csv`: surveys of perceived safety; never merged with incidents. */
export function perceivedSafetyCsv({ felt: perceivedSafety, areas }: PublicContents): string {
  const names = new Map(areas.map(({ key, name }) => [key, name]))
  const rows = perceivedSafety.map((figure) => [
    figure.area,
    names.get(figure.area) ?? null,
    figure.indicator,
    figure.wave,
    figure.group,
    figure.percent,
    figure.marginPercent,
    figure.answers,
    figure.source,
  ])
  const header = [
    'area',
    'name',
    'indicator',
    'wave',
    'respondents',
    'percent',
    'margin',
    'answers',
    'source',
  ]
  return csvText(header, rows)
}
