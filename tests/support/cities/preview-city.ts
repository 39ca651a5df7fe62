import { Readable } from 'node:stream'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import type { LayerContents } from '../../../server/engine/snapshot/features.ts'
import { parsePreviewMapping } from '../../../server/import/mapping-hints.ts'
import { type ImportPreview, type PreviewDeps, previewFile } from '../../../server/import/preview.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const NO_LAYERS = {
  cameras: [],
  'patrol-zones': [],
  'focus-areas': [],
  areas: [],
  proposals: [],
  sources: [],
  cut: null,
  context: [],
}

/** A city without a source, and without a study area unless some are given: nothing but the ports that a preview reads. */
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
    features: { readAll: () => Promise.resolve({ ...NO_LAYERS, areas }) },
    sources: { find: () => Promise.resolve(null), list: () => Promise.resolve([]) },
  }
}

/** The preview of a text in such a city. @param mapping whole, or what is known of it; null for nothing */
export async function previewText(
  text: string,
  mapping: unknown = null,
  city: PreviewDeps = previewCity(),
): Promise<ImportPreview> {
  const stream = Readable.from([Buffer.from(text)])
  return previewFile({ fileName: 'rows.csv', stream, ...parsePreviewMapping(mapping) }, city)
}

/** A CSV of rows in the city's middle, an id and a theft each, with columns of one's own. */
export function csvOf(columns: string, rows: readonly string[]): string {
  const lines = rows.map((row, at) => `K${at},Stöld,${(18.02 + (at % 90) / 1000).toFixed(4)},59.33,${row}`)
  return `id,typ,lon,lat,${columns}\n${lines.join('\n')}\n`
}

/** The notices of a preview by their codes. */
export function codesOf({ notices }: ImportPreview): readonly string[] {
  return notices.map(({ code }) => code)
}
