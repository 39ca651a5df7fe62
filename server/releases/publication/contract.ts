import { z } from 'zod'
import { REGISTERS } from '../../engine/disclosure/registers.ts'

/**
 * The public tree, as it is served under `/public/` and copied to any web server. Links in it are relative to the
 * file that holds them, except the tiles in a `tiles.json` from a server. A new member raises the minor number; a
 * changed name, type or meaning the major.
 */
export const PUBLIC_SCHEMA_VERSION = '2.0.0'

const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() })
const register = z.enum(REGISTERS)
/** A multiple of five; few: 0–4; not-covered: nothing can be compared; withheld: hidden to protect another figure. */
const shownCount = z.union([z.int().min(5).multipleOf(5), z.enum(['few', 'not-covered', 'withheld'])])

const indexedRelease = z.strictObject({
  key: z.string(),
  kind: z.enum(['quarter', 'year']),
  /** Local days, the last one included. */
  from: z.iso.date(),
  to: z.iso.date(),
  title: inBothLanguages,
  publishedAt: z.iso.datetime(),
  /** `releases/2026-Q1/manifest.json`; the other files lie beside it. */
  manifest: z.string(),
})

/** `/public/index.json`: everything that is published now, newest period first. */
export const publicIndexSchema = z.strictObject({
  schemaVersion: z.string(),
  /** True when the city and its data are invented. */
  demo: z.boolean(),
  /** True while the first releases are being made. */
  preparing: z.boolean(),
  /** Where the city takes reports of broken lights, litter and graffiti; null when it has no such page. */
  reportUrl: z.url().nullable(),
  releases: z.array(indexedRelease),
  layers: z.array(z.strictObject({ id: z.string(), href: z.string(), title: inBothLanguages })),
})
export type PublicIndex = z.output<typeof publicIndexSchema>

const sourceSchema = z.strictObject({
  title: z.string(),
  register,
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
})

/** `figures.json`: the figures of areas and of the city, without geometry. */
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

/**
 * `manifest.json`: describes a release, with the hash of every file except itself and `tiles.json`, which holds the
 * address at which it is served.
 */
export const releaseManifestSchema = z.strictObject({
  schemaVersion: z.string(),
  key: z.string(),
  kind: z.enum(['quarter', 'year']),
  demo: z.boolean(),
  from: z.iso.date(),
  to: z.iso.date(),
  title: inBothLanguages,
  publishedAt: z.iso.datetime(),
  sources: z.array(sourceSchema),
  /** West, south, east, north in degrees. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  minzoom: z.int(),
  maxzoom: z.int(),
  /** Titles of the files at the top, by name. */
  links: z.array(z.strictObject({ href: z.string(), type: z.string(), title: inBothLanguages })),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256: z.string() })),
})
export type ReleaseManifest = z.output<typeof releaseManifestSchema>
