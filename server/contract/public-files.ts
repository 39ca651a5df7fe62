import { z } from 'zod'
import { HEX_BANDS, REGISTERS } from '../domain/release.ts'

/**
 * The public tree, as it is served under `/public/` and copied to any web server. Links in it are relative to the
 * file that holds them. A new member raises the minor number; a changed name, type or meaning the major.
 */
export const PUBLIC_SCHEMA_VERSION = '1.0.0'

const words = z.strictObject({ sv: z.string(), en: z.string() })
const register = z.enum(REGISTERS)
const shown = z
  .enum(['count', 'few', 'not-covered'])
  .meta({ description: 'count: a multiple of five; few: 0–4; not-covered: nothing can be compared.' })
const shownCount = z.union([z.int().min(5).multipleOf(5), z.enum(['few', 'not-covered'])])

const indexedRelease = z.strictObject({
  key: z.string(),
  kind: z.enum(['quarter', 'year']),
  /** Local days, the last one included. */
  from: z.iso.date(),
  to: z.iso.date(),
  title: words,
  publishedAt: z.iso.datetime(),
  /** `releases/2026-Q1/manifest.json`; the other files lie beside it. */
  manifest: z.string(),
})

/** `/public/index.json`: everything that is published now, newest period first. */
export const publicIndexSchema = z.strictObject({
  schemaVersion: z.string(),
  /** True when the city and everything in it is made up. */
  demo: z.boolean(),
  /** True while first releases are being made: come again in a minute. */
  preparing: z.boolean(),
  releases: z.array(indexedRelease),
  layers: z.array(z.strictObject({ id: z.string(), href: z.string(), title: words })),
})
export type PublicIndex = z.output<typeof publicIndexSchema>

const sourceSchema = z.strictObject({
  title: z.string(),
  register,
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
})

/** `figures.json`: all that a release says of areas and of the city, without geometry. */
export const releaseFiguresSchema = z.strictObject({
  schemaVersion: z.string(),
  period: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  areas: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      residents: z.number().nullable(),
      landKm2: z.number(),
    }),
  ),
  areaFigures: z.array(z.strictObject({ area: z.string(), register, group: z.string(), count: shownCount })),
  city: z.array(z.strictObject({ register, subject: z.string(), count: shownCount })),
  felt: z.array(
    z.strictObject({
      area: z.string(),
      indicator: z.string(),
      wave: z.string(),
      group: z.string(),
      percent: z.number().nullable(),
      marginPercent: z.number().nullable(),
      answers: z.number().nullable(),
      source: z.string(),
    }),
  ),
  sources: z.array(sourceSchema),
})
export type ReleaseFigures = z.output<typeof releaseFiguresSchema>

/** `manifest.json`: what a release is, and every file of it with its hash. It does not list itself. */
export const releaseManifestSchema = z.strictObject({
  schemaVersion: z.string(),
  key: z.string(),
  kind: z.enum(['quarter', 'year']),
  demo: z.boolean(),
  from: z.iso.date(),
  to: z.iso.date(),
  title: words,
  publishedAt: z.iso.datetime(),
  sources: z.array(sourceSchema),
  /** West, south, east, north in degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minzoom: z.int(),
  maxzoom: z.int(),
  /** What each file at the top holds, by name. */
  links: z.array(z.strictObject({ href: z.string(), type: z.string(), title: words })),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256: z.string() })),
})
export type ReleaseManifest = z.output<typeof releaseManifestSchema>

/**
 * Attributes of an area, in `areas.geojson` and in the layer `areas` of the tiles. Besides these each register and
 * group that the release tells of gives two: `police_property_shown` (count, few or not-covered) and, where it is
 * `count`, `police_property` (a multiple of five).
 */
export const AREA_ATTRIBUTES = ['key', 'name', 'residents', 'landKm2'] as const

/**
 * Attributes of a cell, in `hexes.geojson` and in the layer `hexes` of the tiles: column and row of the 400 m lattice,
 * and for each register and group its band, as `police_property`.
 */
export const HEX_ATTRIBUTES = ['i', 'j'] as const
export const HEX_BAND_VALUES = HEX_BANDS

/** The attribute that holds a register's count, or band, of a group. */
export function figureAttribute(register: string, group: string): string {
  return `${register}_${group}`
}

/** The attribute that says how a register's count of a group is shown. */
export function shownAttribute(register: string, group: string): string {
  return `${register}_${group}_shown`
}

export type Shown = z.output<typeof shown>
