import { Readable } from 'node:stream'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import type { LayerContents } from '../../../server/engine/snapshot/features.ts'
import { parsePreviewMapping } from '../../../server/import/mapping-hints.ts'
import { type ImportPreview, type PreviewDeps, previewFile } from '../../../server/import/preview.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')

const CORNERS = [
  [17.9, 59.25],
  [18.2, 59.25],
  [18.2, 59.4],
  [17.9, 59.4],
  [17.9, 59.25],
] as const

/** The border of such a city: a rectangle round Stockholm. */
export const STUDY_AREA = {
  id: 1,
  planar: {
    type: 'Polygon',
    coordinates: [CORNERS.map(([lon, lat]) => [...createProjection(3006).toPlanar(lon, lat)!])],
  },
  properties: { kind: 'study', derived: false },
} as unknown as LayerContents['areas'][number]

/** A city without a source, and without a study area by default: only the ports that a preview reads. */
export function previewCity({
  srid = 3006,
  timezone = 'Europe/Stockholm',
  areas = [],
}: {
  readonly srid?: number
  readonly timezone?: string
  readonly areas?: LayerContents['areas']
} = {}): PreviewDeps {
  return {
    projection: createProjection(srid),
    zone: createZone(timezone),
    clock: { nowMs: () => NOW },
    features: { readAreas: () => Promise.resolve(areas) },
    sources: { find: () => Promise.resolve(null), list: () => Promise.resolve([]) },
  }
}

/** The preview of a text in such a city. @param mapping whole, or what is known of it; null for nothing */
export async function previewText(
  text: string,
  mapping: unknown = null,
  city: PreviewDeps = previewCity(),
): Promise<ImportPreview> {
  return previewBytes(Buffer.from(text), mapping, null, city)
}

/** The preview of a binary file in such a city. @param layer of it; null for the only one */
export async function previewBytes(
  bytes: Buffer,
  mapping: unknown = null,
  layer: string | null = null,
  city: PreviewDeps = previewCity(),
): Promise<ImportPreview> {
  const stream = Readable.from([bytes])
  return previewFile({ fileName: 'rows.csv', stream, layer, ...parsePreviewMapping(mapping) }, city)
}

/** A CSV of thefts in the city's centre, with ids and further columns. */
export function csvOf(columns: string, rows: readonly string[]): string {
  const lines = rows.map((row, at) => `K${at},Stöld,${(18.02 + (at % 90) / 1000).toFixed(4)},59.33,${row}`)
  return `id,typ,lon,lat,${columns}\n${lines.join('\n')}\n`
}

/** The notices of a preview by their codes. */
export function codesOf({ notices }: ImportPreview): readonly string[] {
  return notices.map(({ code }) => code)
}
