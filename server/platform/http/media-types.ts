/** Media type of Word files. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Media type of ZIP archives. */
export const ZIP = 'application/zip'

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  mvt: 'application/vnd.mapbox-vector-tile',
  pmtiles: 'application/vnd.pmtiles',
}

/** The media type that a file of the public tree is served as, by the end of its name. */
export function mediaTypeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
