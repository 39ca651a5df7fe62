import { DEMO_SRID } from '../../../server/demo/city.ts'
import { sharedDemoCity } from './demo-city.ts'
import type { Area } from '../../../server/engine/snapshot/features.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import type { SurveyFigure } from '../../../server/surveys/survey.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import type { GivenFigure } from '../../../server/releases/given-figure.ts'
import { createReleaseComputer } from '../../../server/releases/computation/release-computer.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { rectangle } from './rectangle.ts'
import type { Source } from '../../../server/engine/snapshot/source.ts'

/** Runs the workers' tasks on the calling thread. */
export const INLINE_POOL: ComputePool = {
  run: async <I, O>(taskUrl: URL, input: I) => {
    const task = (await import(taskUrl.href)) as { default: (input: I) => O | Promise<O> }
    return task.default(structuredClone(input))
  },
  waiting: () => 0,
  close: async () => {},
}

/** A release computer over a snapshot in memory, on a fixed or adjustable day. */
export function releaseComputerOf(
  snapshot: Snapshot,
  {
    today,
    surveys = [],
    given = [],
  }: {
    readonly today: string | (() => string)
    readonly surveys?: readonly SurveyFigure[]
    readonly given?: readonly GivenFigure[]
  },
) {
  return createReleaseComputer({
    snapshots: { acquire: () => ({ snapshot, release: () => {} }) },
    pool: INLINE_POOL,
    surveys: { list: async () => surveys },
    given: { givenFigures: async () => given },
    zone: createZone(snapshot.timezone),
    clock: { nowMs: () => Date.parse(typeof today === 'string' ? today : today()) },
  })
}

/** Exempelstad in memory, its sources open to everybody. */
export function demoSnapshot(incidents: number): Snapshot {
  const city = sharedDemoCity(incidents)
  return makeSnapshot({
    rows: city.incidents,
    srid: DEMO_SRID,
    timezone: city.timezone,
    layers: {
      areas: city.areas.map((area, k) => ({ ...area, id: k + 1, revision: 1 })),
      context: city.context.map((feature, k) => ({ ...feature, id: k + 1 })),
      sources: city.sources.map((source, k) => ({
        ...source,
        audiences: [...source.audiences, 'public', 'partner'],
        ordinal: k + 1,
      })),
    },
  })
}

export const OPEN_SOURCE: Source & { readonly ordinal: number } = {
  id: 'police',
  ordinal: 1,
  title: 'Anmälda brott',
  register: 'police',
  controller: 'The police',
  legalBasis: 'none',
  agreement: null,
  purpose: 'testing',
  audiences: ['analyst', 'partner', 'public'],
  boards: null,
  citable: true,
  retentionDays: null,
  coversFrom: '2020-01-01',
  coversTo: '2025-12-31',
  coversAreaId: null,
}

/** An area with a square outline: metres of EPSG:3006 near Stockholm. */
export function squareArea(
  id: number,
  kind: Area['properties']['kind'],
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  residents: number | null = null,
): Omit<Area, 'geometry'> {
  return {
    id,
    revision: 1,
    planar: rectangle(x, y, width, height),
    properties: {
      kind,
      name: `${kind} ${id}`,
      validFrom: null,
      validTo: null,
      residents,
      visitors: null,
      exposureSource: null,
      derived: false,
    },
  }
}

/** `count` equal rows. */
export function repeated(count: number, row: Partial<IncidentContent>): readonly Partial<IncidentContent>[] {
  return Array.from({ length: count }, () => row)
}
