import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type ImportMapping, parseImportMapping } from '../../../server/import/import-mapping.ts'
import type { StoredIncident } from '../../../server/engine/snapshot/incident.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { createImportService, type ImportService } from '../../../server/import/import-service.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import type { DatabaseUnderTest, TestDatabase } from '../databases.ts'
import { sharedDataPath } from '../shared-data.ts'
import type { ImportStatus, RejectedRow } from '../../../server/import/repository.ts'

/** A city on a fresh database into which files are imported. */
export interface ImportCity {
  readonly database: TestDatabase
  readonly service: ImportService
  /** Imports a text, or the file of real data with that name, and waits for the outcome. */
  importText(text: string, mapping: unknown): Promise<ImportStatus>
  importShared(name: string, mapping: unknown): Promise<ImportStatus>
  rejects(id: number): Promise<readonly RejectedRow[]>
  /** `external_id → content hash` of every live incident: what the snapshot's version rests on. */
  liveContent(): Promise<ReadonlyMap<string, bigint>>
  incident(externalId: string): Promise<StoredIncident | null>
  revisionCount(): Promise<number>
  close(): Promise<void>
}

export async function openImportCity(
  kind: DatabaseUnderTest,
  { srid = 3006, timezone = 'Europe/Stockholm' }: { srid?: number; timezone?: string } = {},
): Promise<ImportCity> {
  const database = await kind.open({ srid })
  const { knex, repositories } = database
  const { imports, sources, features } = repositories
  const service = createImportService({
    imports,
    sources,
    features,
    projection: createProjection(srid),
    zone: createZone(timezone),
    clock: { nowMs: () => 0 },
    log: SILENT,
    embedded: kind.kind === 'embedded',
  })

  async function run(fileName: string, stream: AsyncIterable<Uint8Array>, mapping: ImportMapping) {
    const { done } = await service.start({ fileName, stream, bytesTotal: null, mapping })
    return done
  }

  return {
    database,
    service,
    importText: (text, mapping) =>
      run('rows.csv', Readable.from([Buffer.from(text)]), parseImportMapping(mapping)),
    importShared: (name, mapping) =>
      run(name, createReadStream(sharedDataPath(name)), parseImportMapping(mapping)),
    rejects: (id) => imports.rejects(id, 0, 1_000_000),
    async liveContent() {
      const rows: { external_id: string; content_hash: bigint }[] = await knex('incident')
        .where({ live: true })
        .select('external_id', 'content_hash')
      return new Map(rows.map((row) => [row.external_id, row.content_hash]))
    },
    async incident(externalId) {
      const row: { id: number } | undefined = await knex('incident')
        .where({ external_id: externalId })
        .first('id')
      return row === undefined ? null : repositories.incidents.find(row.id)
    },
    async revisionCount() {
      const [row] = await knex('incident_revision').count<{ count: bigint }[]>('* as count')
      return Number(row!.count)
    },
    close: () => database.close(),
  }
}
