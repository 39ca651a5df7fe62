import type { HexBand } from '../engine/disclosure/shown-count.ts'
import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { Register } from '../engine/disclosure/registers.ts'
import type { ShownCount } from '../engine/disclosure/rounding.ts'

/**
 * A closed period that figures are released for: a calendar quarter (`2026-Q1`) or a calendar year (`2025`), local to
 * the city. The periodicity of a group never changes: quarters for property, order and environment, years for people.
 */
export type ReleasePeriod = `${number}-Q${1 | 2 | 3 | 4}` | `${number}`

/** A district, or small districts merged to at least 2,000 residents. Its key changes with its outline. */
export interface ReleaseArea {
  readonly key: string
  readonly name: string
  /** Ids of the stored areas that it is made of, ascending. */
  readonly areaIds: readonly number[]
  readonly residents: number | null
  readonly landM2: number
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly planar: Polygon | MultiPolygon
}

/** A statistical area within a district of the release, of at least 700 residents. Its key changes with its outline. */
export interface StatisticalArea extends ReleaseArea {
  /** Key of the district. */
  readonly district: string
}

export interface AreaFigure {
  readonly area: string
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly period: ReleasePeriod
  readonly count: ShownCount
}

/**
 * A cell of the 400 m lattice in a calendar year, never of the people group. Has every cell of the population except
 * those that figures by statistical area exclude from being shown.
 */
export interface HexFigure {
  readonly i: number
  readonly j: number
  readonly register: Register
  readonly group: Exclude<CategoryGroupCode, 'people'>
  readonly period: ReleasePeriod
  readonly band: HexBand
}

/** A figure released city-wide and by year only: sensitive categories, flags, dwellings, unknown settings. */
export interface CityFigure {
  readonly register: Register
  /** A category's code, a flag's name, or `dwelling` or `violence-unknown-setting`. */
  readonly subject: string
  readonly period: ReleasePeriod
  readonly count: ShownCount
}

/**
 * One survey result on perceived safety in an area, as the survey's owner published it; never merged with incidents.
 */
export interface PerceivedSafetyFigure {
  readonly area: string
  readonly indicator: string
  readonly wave: string
  readonly group: string
  /** Percent, whole; null where fewer than 30 answered. */
  readonly percent: number | null
  readonly marginPercent: number | null
  readonly answers: number | null
  readonly source: string
}

/** Every group by statistical area and year, in districts with enough areas. */
export interface StatisticalFigures {
  readonly areas: readonly StatisticalArea[]
  readonly figures: readonly AreaFigure[]
}

/** The full contents of a public release. It discloses nothing else of the incidents. */
export interface PublicContents {
  readonly kind: 'public'
  readonly period: ReleasePeriod
  readonly areas: readonly ReleaseArea[]
  readonly areaFigures: readonly AreaFigure[]
  /** By statistical area, of a year; absent from quarters, and from older releases. */
  readonly statistical?: StatisticalFigures
  readonly hexes: readonly HexFigure[]
  readonly city: readonly CityFigure[]
  readonly felt: readonly PerceivedSafetyFigure[]
  /** Titles and time coverage of its sources. */
  readonly sources: readonly {
    readonly title: string
    readonly register: Register
    readonly coversFrom: string | null
    readonly coversTo: string | null
  }[]
}

export interface PlaceFigure {
  readonly zone: 'place' | 'ring'
  readonly register: Register
  readonly group: CategoryGroupCode
  /** First day of the four weeks, a Monday. */
  readonly from: string
  readonly count: ShownCount
}

export interface PlaceProfileFigure {
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly year: `${number}`
  readonly days: 'weekdays' | 'weekend'
  readonly hours: '06-14' | '14-22' | '22-06'
  readonly count: ShownCount
}

/** Release of a place for its partners: one fixed polygon and one ring, closed four-week periods. */
export interface PlaceContents {
  readonly kind: 'place'
  readonly placeId: number
  readonly name: string
  readonly planar: Polygon | MultiPolygon
  readonly ringMetres: number
  /** Changes with the polygon: figures of different series never overlap in time. */
  readonly series: string
  readonly figures: readonly PlaceFigure[]
  readonly profile: readonly PlaceProfileFigure[]
}

export type ReleaseContents = PublicContents | PlaceContents

/** The possible values of a hidden figure, given everything ever published. */
export interface Breach {
  /** The hidden figure: release, area or cell, group and period. */
  readonly figure: string
  /** Both −1 after a timeout. */
  readonly low: number
  readonly high: number
  /** The values that must remain possible: 0–4 for an area, 0–9 for a cell. */
  readonly needs: readonly [low: number, high: number]
  /** Which of these are excluded; absent from the oldest reports. */
  readonly excluded?: readonly number[]
}

export interface AttackReport {
  readonly hidden: number
  readonly atoms: number
  readonly constraints: number
  readonly breaches: readonly Breach[]
  /** Number of breaches that existed before the new release. */
  readonly earlier?: number
  /** Number of cells and counts hidden to protect other figures. */
  readonly hiddenBesides: number
}

export const RELEASE_STATES = ['prepared', 'approved', 'published', 'withdrawn', 'discarded'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** Actor and time of a step of a release. */
export interface ReleaseStep {
  /** `account/3` or `operator`: equal texts are the same actor. */
  readonly by: string
  /** The name of the account at that time. */
  readonly name?: string | null
  readonly at: string
}

export interface StoredRelease {
  readonly id: number
  readonly kind: ReleaseContents['kind']
  /** Period or place: `2026-Q1`, `2025`, `place/12/…`. A published key is never computed again. */
  readonly key: string
  readonly state: ReleaseState
  readonly placeId: number | null
  readonly snapshotVersion: string
  readonly contents: ReleaseContents
  readonly attack: AttackReport
  readonly prepared: ReleaseStep
  readonly approved: ReleaseStep | null
  readonly published: ReleaseStep | null
  readonly withdrawn: (ReleaseStep & { readonly reason: string }) | null
  /** Folder below `/public/releases/`; null until published, and for places, whose figures are for their partners. */
  readonly path: string | null
}

/** A release without its contents, for lists. */
export type ReleaseSummary = Omit<StoredRelease, 'contents'>

/** A public release with an address: served while published, gone once withdrawn. */
export interface ServedRelease {
  readonly id: number
  readonly key: string
  readonly path: string
  readonly state: 'published' | 'withdrawn'
  readonly publishedAt: string
}

/** A file of a release in a list, without its bytes. */
export interface ReleaseFileEntry {
  readonly path: string
  readonly sha256: string
  readonly length: number
}

/** One file of a release. `.gz` and `.br` beside a file are files of their own. */
export interface ReleaseFile {
  /** Below the release's folder: `tiles/12/2250/1204.mvt`. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
}
