import type { MultiPolygon, Polygon } from 'geojson'
import type { PublicLayerId, PublicLayerProperties } from '../../server/public-site/contract.ts'
import { overlap } from '../map/overlap.ts'
import type { PublicMeasures } from './load-measures.ts'
import type { PublicLayer } from './public-files.ts'

type Measure<L extends PublicLayerId> = PublicLayerProperties<L>

/** Monitored zones of one operator for one purpose. */
export interface CameraZones extends Measure<'cameras'> {
  readonly zones: number
}

/** Measures at a place, with their operators. */
export interface MeasuresAt {
  readonly focusAreas: readonly Measure<'focus-areas'>[]
  readonly guards: readonly Measure<'guards'>[]
  readonly cameras: readonly CameraZones[]
  readonly handlings: readonly Measure<'handlings'>[]
}

/** The measures that overlap an outline; all without one. */
export function measuresAt(measures: PublicMeasures, outline: Polygon | MultiPolygon | null): MeasuresAt {
  const at = <L extends PublicLayerId>({ features }: PublicLayer<L>) =>
    features
      .filter(({ geometry }) => outline === null || overlap(outline, geometry))
      .map(({ properties }) => properties)
  return {
    focusAreas: at(measures.focusAreas),
    guards: at(measures.guards),
    cameras: byOperator(at(measures.cameras)),
    handlings: at(measures.handlings),
  }
}

/** How many lines of measures there are. */
export function countMeasures({ focusAreas, guards, cameras, handlings }: MeasuresAt): number {
  return focusAreas.length + guards.length + cameras.length + handlings.length
}

/** Zones that differ only in position are merged into one line with a count. */
function byOperator(zones: readonly Measure<'cameras'>[]): readonly CameraZones[] {
  const lines = new Map<string, CameraZones>()
  for (const zone of zones) {
    const key = JSON.stringify(zone)
    lines.set(key, { ...zone, zones: (lines.get(key)?.zones ?? 0) + 1 })
  }
  return [...lines.values()]
}
