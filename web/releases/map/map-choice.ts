import type { ReleaseFigures } from '../../../server/releases/publication/contract.ts'

/** A register's figures of a group, as one colouring of the map. */
export interface MapSeries {
  readonly register: ReleaseFigures['areaFigures'][number]['register']
  readonly group: string
}

export const OVERLAYS = ['focus-areas', 'guards', 'cameras'] as const
export type Overlay = (typeof OVERLAYS)[number]

/** Areas by rate, areas by count, or cells. */
export const UNITS = ['rates', 'counts', 'hexes'] as const
export type MapUnit = (typeof UNITS)[number]

/** What the map draws. */
export interface MapChoice {
  readonly series: MapSeries
  /** Period of the newest release that has the series. */
  readonly period: string
  readonly unit: MapUnit
  readonly overlays: readonly Overlay[]
}

/** The attribute of the tiles that holds a series. */
export function attributeOf({ register, group }: MapSeries): string {
  return `${register}_${group}`
}

/** Every series of the releases, each with its newest period. Releases are ordered newest first. */
export function seriesOnOffer(
  releases: readonly Pick<ReleaseFigures, 'period' | 'areaFigures'>[],
): readonly { readonly series: MapSeries; readonly period: string }[] {
  const offered = new Map<string, { series: MapSeries; period: string }>()
  for (const { period, areaFigures } of releases)
    for (const { register, group } of areaFigures) {
      const key = attributeOf({ register, group })
      if (!offered.has(key)) offered.set(key, { series: { register, group }, period })
    }
  return [...offered.values()].sort((a, b) => attributeOf(b.series).localeCompare(attributeOf(a.series)))
}
