import { actorReference } from '../platform/access/caller.ts'
import { contentHash } from '../engine/hashes/content-hash.ts'
import type { FeatureKind, LayerContents } from '../engine/snapshot/features.ts'
import type { IncidentContent } from '../engine/snapshot/incident.ts'
import { demoAccount } from './accounts.ts'
import type { DemoCity } from './city.ts'
import { PERIOD } from './incidents/calendar.ts'
import type { ImportRepository, StagedIncident } from '../import/index.ts'
import type { PeopleRepository } from '../accounts/index.ts'
import type { FeatureRepository } from '../layers/index.ts'
import type { SourceRepository } from '../sources/index.ts'
import type { SurveyRepository } from '../surveys/index.ts'

/** How far the seeding has come. */
export interface SeedProgress {
  readonly stage: 'map' | 'layers' | 'incidents' | 'done'
  /** Share done, 0–1. */
  readonly share: number
}

export interface SeedCounts {
  readonly context: number
  readonly features: number
  readonly incidents: number
}

/** What a database is given of the demo city: plain data, so that a worker may build it. */
export type DemoContents = Pick<
  DemoCity,
  | 'context'
  | 'areas'
  | 'cameras'
  | 'patrolZones'
  | 'focusAreas'
  | 'proposals'
  | 'sources'
  | 'surveys'
  | 'incidents'
>

/** Where the demo city is written. */
export interface SeedRepositories {
  readonly features: FeatureRepository
  readonly sources: SourceRepository
  readonly surveys: SurveyRepository
  readonly imports: ImportRepository
  readonly people: PeopleRepository
}

const ROWS_A_WRITE = 8000

/**
 * True when the whole demo city is in the database: its incidents come last, so an interrupted seeding is seen.
 */
export async function isSeeded(
  { imports }: Pick<SeedRepositories, 'imports'>,
  city: Pick<DemoContents, 'sources'>,
): Promise<boolean> {
  const done = new Set(
    (await imports.list(100, null)).filter(({ state }) => state === 'done').map((i) => i.sourceId),
  )
  return city.sources.every(({ id }) => done.has(id))
}

/**
 * Writes the demo city through the ports. May be called again after an interruption: what is there already is left
 * alone.
 *
 * @param onProgress is told of every step; the map comes first, the incidents last
 */
export async function seedDemo(
  repositories: SeedRepositories,
  city: DemoContents,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<SeedCounts> {
  onProgress({ stage: 'map', share: 0 })
  const there = await repositories.features.readAll()
  if (there.context.length === 0) await repositories.features.replaceContext(city.context)
  onProgress({ stage: 'layers', share: 0.2 })
  for (const source of city.sources) await repositories.sources.save(source)
  const features = await seedLayers(repositories, city, there)
  await seedSurveys(repositories, city)
  const incidents = await seedIncidents(repositories, city, onProgress)
  onProgress({ stage: 'done', share: 1 })
  return { context: city.context.length, features, incidents }
}

async function seedLayers(
  { features, people }: SeedRepositories,
  city: DemoContents,
  there: LayerContents,
): Promise<number> {
  let count = 0
  const put = async <K extends FeatureKind>(kind: K, list: Parameters<typeof features.insertMany<K>>[1]) => {
    if (there[kind].length === 0) count += await features.insertMany(kind, list)
  }
  await put('areas', city.areas)
  await put('cameras', city.cameras)
  await put('patrol-zones', city.patrolZones)
  await put('focus-areas', city.focusAreas)
  return count + (await seedProposals({ features, people }, city, there))
}

/** The proposals are the planner's: he may change them. */
async function seedProposals(
  { features, people }: Pick<SeedRepositories, 'features' | 'people'>,
  { proposals }: DemoContents,
  there: LayerContents,
): Promise<number> {
  const known = new Set(there.proposals.map(({ properties }) => properties.title))
  const missing = proposals.filter(({ properties }) => !known.has(properties.title))
  if (missing.length === 0) return 0
  const { id, name } = await demoAccount(people, 'planner', Date.parse(PERIOD.from))
  const planner = actorReference({
    kind: 'account',
    accountId: id,
    sessionId: 0,
    name,
    organisationId: null,
  })
  for (const proposal of missing) await features.insert('proposals', proposal, planner)
  return missing.length
}

async function seedSurveys({ features, surveys }: SeedRepositories, city: DemoContents): Promise<void> {
  const districts = (await features.readAll()).areas.filter(
    ({ properties }) => properties.kind === 'district',
  )
  const idOf = new Map(districts.map(({ id, properties }) => [properties.name, id]))
  await surveys.replaceWaves(
    city.surveys.map(({ district, ...figure }) => ({ ...figure, areaId: idOf.get(district)! })),
  )
}

async function seedIncidents(
  { imports }: SeedRepositories,
  city: DemoContents,
  onProgress: (progress: SeedProgress) => void,
): Promise<number> {
  let written = 0
  for (const { id } of city.sources) {
    const rows = city.incidents.filter(({ sourceId }) => sourceId === id)
    const file = {
      sourceId: id,
      fileName: `exempelstad-${id}`,
      mapping: null,
      sha256: null,
      bytesTotal: null,
    }
    const stage = await imports.begin(file)
    for (let start = 0; start < rows.length; start += ROWS_A_WRITE) {
      const chunk = rows.slice(start, start + ROWS_A_WRITE)
      await stage.write(chunk.map((row, k) => staged(row, start + k + 1)))
      written += chunk.length
      onProgress({ stage: 'incidents', share: 0.25 + (0.7 * written) / city.incidents.length })
    }
    await stage.merge(rows.length)
  }
  return written
}

const staged = (row: IncidentContent, line: number): StagedIncident => ({
  ...row,
  contentHash: contentHash(row),
  line,
  original: '',
})
