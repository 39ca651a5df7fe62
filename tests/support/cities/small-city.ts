import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { OPEN_SOURCE, repeated, squareArea } from './release-city.ts'
import type { LayerContents } from '../../../server/engine/snapshot/features.ts'

/** South-west corner of the small city, metres in EPSG:3006. */
export const [X, Y] = [674_000, 6_580_000] as const
const ZONE = createZone('Europe/Stockholm')

type Row = Partial<IncidentContent>

/** Position, day, and differences from a theft outdoors recorded by the police. */
export interface At {
  /** Metres east and north of the corner. */
  readonly at: readonly [x: number, y: number]
  /** Local day, `yyyy-mm-dd`; noon. */
  readonly day: string
  readonly category?: string
}

/** A row of the small city. */
export function rowAt({ at: [x, y], day, category = 'theft' }: At, change: Row = {}): Row {
  const [year, month, date] = day.split('-').map(Number)
  const minute = fromLocal(ZONE, year!, month!, date!, 12)
  return {
    sourceId: OPEN_SOURCE.id,
    xCm: Math.round((X + x) * 100),
    yCm: Math.round((Y + y) * 100),
    fromMinute: minute,
    toMinute: minute,
    categoryIndex: CATEGORIES.findIndex(({ code }) => code === category),
    ...change,
  }
}

/** Incidents long before all released periods, so that the register counts as recording every group. */
const RECORDED = (['theft', 'robbery', 'drugs', 'litter'] as const).flatMap((category) =>
  repeated(50, rowAt({ at: [100, 100], day: '2021-06-01', category })),
)

/** Statistical areas side by side from the west of the small city, each as high as it, with ids from 20 on. */
export const strips = (widths: readonly number[], residents: readonly number[]) =>
  widths.map((width, k) => {
    const x = widths.slice(0, k).reduce((sum, each) => sum + each, X)
    return squareArea(20 + k, 'base', [x, Y, width, 2400], residents[k])
  })

/**
 * Two districts of 2.4 × 2.4 km side by side, the western of 3,000 residents and the eastern of 4,000, and what is put
 * into them. Its one source is the police's, open to everybody, and covers 2020–2025.
 */
export function smallCity(rows: readonly Row[], layers: Partial<LayerContents> = {}): Snapshot {
  const areas = [
    squareArea(1, 'study', [X, Y, 4800, 2400]),
    squareArea(2, 'district', [X, Y, 2400, 2400], 3000),
    squareArea(3, 'district', [X + 2400, Y, 2400, 2400], 4000),
  ]
  return makeSnapshot({
    rows: [...RECORDED, ...rows],
    layers: { sources: [OPEN_SOURCE], ...layers, areas: [...areas, ...(layers.areas ?? [])] },
  })
}
