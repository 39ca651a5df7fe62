const WGS84 = 4326
const WEB_MERCATOR = 3857
/** Names of WGS 84 with longitude before latitude (`CRS84`). */
const LON_LAT =
  /^(?:urn:(?:x-)?ogc:def:crs:OGC:[\d.]*:|OGC:|https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[\d.]+\/)?CRS84$/i
const FORMS_OF_CODES: readonly RegExp[] = [
  /^(?:EPSG|ESRI)::?(\d{4,6})$/i,
  /^urn:(?:x-)?ogc:def:crs:(?:EPSG|ESRI):[\d.]*:(\d{4,6})$/i,
  /^https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/(\d{4,6})$/i,
  /^https?:\/\/www\.opengis\.net\/gml\/srs\/epsg\.xml#(\d{4,6})$/i,
  /^https?:\/\/(?:www\.)?spatialreference\.org\/ref\/epsg\/(\d{4,6})(?:\/.*)?$/i,
  /^https?:\/\/(?:www\.)?epsg\.io\/(\d{4,6})(?:[./?].*)?$/i,
]
/** Unofficial codes of Web Mercator, from before it had an EPSG code. */
const OTHER_WEB_MERCATORS: ReadonlySet<number> = new Set([900913, 102100, 102113, 3785, 3587, 54004])
const MAX_LENGTH = 300

/** A coordinate system named by a file. */
export interface NamedSystem {
  /** As written. */
  readonly name: string
  /** EPSG code; null for a name that is not known. */
  readonly srid: number | null
}

/**
 * The EPSG code that a name of a coordinate system means, in every form that files write: `EPSG:3006`,
 * `urn:ogc:def:crs:EPSG::3006`, `urn:ogc:def:crs:OGC:1.3:CRS84`, addresses of the OGC and of registers. Null for any other text.
 */
export function sridOfName(name: string): number | null {
  const text = name.trim()
  if (text.length > MAX_LENGTH) return null
  if (LON_LAT.test(text)) return WGS84
  for (const form of FORMS_OF_CODES) {
    const code = form.exec(text)?.[1]
    if (code !== undefined) return OTHER_WEB_MERCATORS.has(Number(code)) ? WEB_MERCATOR : Number(code)
  }
  return null
}

/**
 * The system that a JSON file names beside its features: in the member `crs` of GeoJSON (2008, § 3) by name, by the
 * code of its first drafts, or by a link; in the `spatialReference` of ArcGIS by code.
 *
 * @param document the file, with or without its features
 * @returns null when it leaves its system open (`crs` is absent or null)
 */
export function readNamedSystem(document: unknown): NamedSystem | null {
  const { crs, spatialReference } = (document ?? {}) as { readonly [key: string]: unknown }
  const member = crs ?? esriCode(spatialReference)
  if (member === undefined || member === null) return null
  const name = nameIn(member)
  return { name: name.slice(0, MAX_LENGTH), srid: sridOfName(name) }
}

function esriCode(reference: unknown): string | null {
  const { latestWkid, wkid } = (reference ?? {}) as { readonly [key: string]: unknown }
  const code = latestWkid ?? wkid
  return typeof code === 'number' ? `EPSG:${code}` : null
}

function nameIn(member: unknown): string {
  if (typeof member === 'string') return member
  const { properties } = member as { readonly properties?: unknown }
  const { name, code, href } = (properties ?? {}) as { readonly [key: string]: unknown }
  if (typeof name === 'string') return name
  if (typeof code === 'number' || typeof code === 'string') return `EPSG:${code}`
  return typeof href === 'string' ? href : JSON.stringify(member)
}
