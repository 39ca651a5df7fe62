import { actorReference } from '../platform/access/principal.ts'
import { SILENT } from '../platform/log.ts'
import { createProjection } from '../engine/projection/create-projection.ts'
import type { LayerContents } from '../engine/snapshot/features.ts'
import { createZone } from '../engine/time/zone.ts'
import type { PeopleRepository } from '../accounts/index.ts'
import { importAreas, readAreasFile } from '../areas/index.ts'
import { createLayerImportService, type LayerImportRepository } from '../layer-imports/index.ts'
import { createImportService, type ImportRepository, parseImportMapping } from '../import/index.ts'
import type { FeatureRepository } from '../layers/index.ts'
import type { SourceRepository } from '../sources/index.ts'
import { createSurveyService, type SurveyRepository } from '../surveys/index.ts'
import { demoAccount } from './accounts.ts'
import type { DemoCity } from './city.ts'
import { type DemoFiles, demoFiles } from './files/demo-files.ts'
import { PERIOD } from './incidents/calendar.ts'
import type { AreasImportFile } from './files/areas-files.ts'

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
export type DemoContents = Pick<DemoCity, 'srid' | 'timezone' | 'proposals' | 'sources'> & {
  readonly files: DemoFiles
}

/** A built city as a database is given it. */
export function demoContents(city: DemoCity): DemoContents {
  const { srid, timezone, proposals, sources } = city
  const files = demoFiles(city)
  return { srid, timezone, proposals, sources, files }
}

const CHUNK_LENGTH = 1 << 18

/** Where the demo city is written. */
export interface SeedRepositories {
  readonly features: FeatureRepository
  readonly sources: SourceRepository
  readonly layerImports: LayerImportRepository
  readonly surveys: SurveyRepository
  readonly imports: ImportRepository
  readonly people: PeopleRepository
}

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
 * Imports the files of the demo city as a city of one's own would be, and writes the rest through the ports. May be
 * called again after an interruption: what is there already is left alone.
 *
 * @param onProgress is called at every step; the map comes first, the incidents last
 */
export async function seedDemo(
  repositories: SeedRepositories,
  contents: DemoContents,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<SeedCounts> {
  onProgress({ stage: 'map', share: 0 })
  const there = await repositories.features.readAll()
  const context = await seedAreas(repositories, contents.files.context, contents.srid)
  onProgress({ stage: 'layers', share: 0.2 })
  for (const source of contents.sources) await repositories.sources.save(source)
  const areas = await seedAreas(repositories, contents.files.areas, contents.srid)
  const registers = await seedRegisters(repositories, contents, there)
  const proposals = await seedProposals(repositories, contents, there)
  await seedSurveys(repositories, contents)
  const { files, srid, timezone } = contents
  const incidents = await importIncidents(
    repositories,
    { files: files.incidents, srid, timezone },
    onProgress,
  )
  onProgress({ stage: 'done', share: 1 })
  return { context, features: areas + registers + proposals, incidents }
}

async function seedAreas(
  { features }: SeedRepositories,
  files: readonly AreasImportFile[],
  srid: number,
): Promise<number> {
  let count = 0
  for (const { text, options } of files) {
    const deps = { features, srid, read: readAreasFile }
    const { imported, unchanged, rejected } = await importAreas(new TextEncoder().encode(text), options, deps)
    if (rejected.length > 0) throw new Error(`${options.kind}: ${rejected[0]!.rule.en}`)
    count += imported + unchanged
  }
  return count
}

async function seedRegisters(
  { layerImports, features }: SeedRepositories,
  { files, srid, timezone }: DemoContents,
  there: LayerContents,
): Promise<number> {
  const [zone, clock] = [createZone(timezone), { nowMs: () => Date.parse(PERIOD.to) }]
  const service = createLayerImportService({ layerImports, features, srid, zone, clock })
  let count = 0
  for (const { kind, name, text, mapping } of files.registers) {
    if (there[kind].length > 0) continue
    const upload = { bytes: new TextEncoder().encode(text), fileName: name, mapping }
    const { added, rejects } = await service.importFile(upload, 'operator')
    if (rejects.length > 0) throw new Error(`${name} could not be imported: ${rejects[0]!.detail}`)
    count += added
  }
  return count
}

/** The proposals are the planner's: only their owner may change them. */
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

async function seedSurveys({ features, surveys }: SeedRepositories, { files }: DemoContents): Promise<void> {
  const service = createSurveyService({ surveys, features })
  await service.importFile(files.survey)
}

interface IncidentFiles {
  readonly files: DemoFiles['incidents']
  readonly srid: number
  readonly timezone: string
}

/** Imports files of incidents in the ordinary way. @returns how many there were */
export async function importIncidents(
  { imports, sources, features }: Pick<SeedRepositories, 'imports' | 'sources' | 'features'>,
  { files, srid, timezone }: IncidentFiles,
  onProgress: (progress: SeedProgress) => void = () => {},
): Promise<number> {
  const service = createImportService({
    imports,
    sources,
    features,
    projection: createProjection(srid),
    zone: createZone(timezone),
    clock: { nowMs: () => Date.parse(PERIOD.to) },
    log: SILENT,
    embedded: false,
  })
  const bytesTotal = files.reduce((sum, { text }) => sum + text.length, 0)
  let bytesBefore = 0
  let written = 0
  for (const file of files) {
    const { done } = await service.start({
      fileName: file.name,
      stream: chunksOf(file.text),
      bytesTotal: file.text.length,
      mapping: parseImportMapping(file.mapping),
      onProgress: ({ bytesRead }) =>
        onProgress({ stage: 'incidents', share: 0.25 + (0.7 * (bytesBefore + bytesRead)) / bytesTotal }),
    })
    const { state, accepted, rejected, error } = await done
    if (state !== 'done' || rejected > 0)
      throw new Error(`${file.name} could not be imported: ${error?.en ?? `${rejected} rows were rejected`}`)
    bytesBefore += file.text.length
    written += accepted
  }
  return written
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (let at = 0; at < text.length; at += CHUNK_LENGTH)
    yield encoder.encode(text.slice(at, at + CHUNK_LENGTH))
}
