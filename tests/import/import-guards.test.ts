import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { SILENT } from '../../server/platform/log.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import {
  createImportService,
  type ImportProgress,
  type ImportServiceDeps,
} from '../../server/import/import-service.ts'
import { resolveSource } from '../../server/import/resolve-source.ts'
import { runImport } from '../../server/import/run-import.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const MAPPING = parseImportMapping({
  source: { id: 'est', controller: 'Staden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start' },
  defaults: { category: 'theft' },
})
const rows = (count: number) =>
  `id,lon,lat,start\n${Array.from({ length: count }, (_, n) => `${n},18.06,59.33,2026-01-02T10:00`).join('\n')}`

describe('an import', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await databasesUnderTest[0]!.open()
  })
  afterAll(() => database.close())

  const dependencies = (): ImportServiceDeps => ({
    ...database.repositories,
    projection: createProjection(3006),
    zone: createZone('Europe/Stockholm'),
    clock: { nowMs: () => 0 },
    log: SILENT,
    embedded: true,
  })
  const service = () => createImportService(dependencies())
  const file = (text: string, changes: object = {}) => ({
    fileName: 'a.csv',
    stream: Readable.from([Buffer.from(text)]),
    bytesTotal: text.length,
    mapping: MAPPING,
    ...changes,
  })

  it('holds the one connection of the embedded database only while it merges', async () => {
    const imports = service()
    const reported = new Map<string, boolean>()
    const onProgress = ({ state }: ImportProgress) => void reported.set(state, imports.isMerging())
    const { done } = await imports.start(file(rows(3), { onProgress }))
    expect(await done).toMatchObject({ state: 'done', accepted: 3 })
    expect([reported.get('reading'), reported.get('merging'), imports.isMerging()]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('reports bytes and rows while it runs', async () => {
    const reported: ImportProgress[] = []
    const text = rows(2000)
    const { done } = await service().start(
      file(text, { onProgress: (progress: ImportProgress) => reported.push(progress) }),
    )
    await done
    expect(reported.at(-1)).toMatchObject({
      state: 'merging',
      bytesRead: text.length,
      bytesTotal: text.length,
      rowsRead: 2000,
    })
  })

  const whole = () => Readable.from([Buffer.from(rows(5))])
  async function* cutOff() {
    yield Buffer.from(rows(5))
    await Promise.resolve()
    throw new Error('socket hang up')
  }
  it.each([
    ['is cut off', cutOff],
    ['cannot be merged', whole],
  ])('reports once that its file is read when the file %s', async (_, stream) => {
    const deps = dependencies()
    const { source } = await resolveSource(MAPPING, deps.sources)
    await deps.sources.save(source)
    const started = {
      sourceId: source.id,
      fileName: 'a.csv',
      mapping: MAPPING,
      sha256: null,
      bytesTotal: null,
    }
    const stage = await deps.imports.begin(started)
    const full = { ...stage, merge: () => Promise.reject(new Error('The disk is full.')) }
    let reads = 0
    const outcome = await runImport(
      file('', { stream: stream() }),
      source,
      full,
      deps,
      () => {},
      () => (reads += 1),
    )
    expect([outcome.state, reads]).toEqual(['failed', 1])
  })

  it('that is stopped before its merge leaves nothing', async () => {
    const stop = new AbortController()
    stop.abort()
    const text = rows(5).replaceAll('18.06', '18.07')
    const { done } = await service().start(file(text, { signal: stop.signal }))
    expect(await done).toMatchObject({
      state: 'failed',
      accepted: 0,
      error: { en: expect.stringContaining('stopped') },
    })
  })

  it('whose upload breaks off fails in one line and leaves nothing', async () => {
    const { done } = await service().start(file('', { stream: cutOff() }))
    expect(await done).toMatchObject({ state: 'failed', accepted: 0 })
  })

  it('beyond the one that runs and the two that wait is refused as busy', async () => {
    const imports = service()
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    async function* slow() {
      await gate
      yield Buffer.from(rows(1))
    }
    const started = [
      await imports.start(file('', { stream: slow() })),
      await imports.start(file(rows(1))),
      await imports.start(file(rows(1))),
    ]
    await expect(imports.start(file(rows(1)))).rejects.toMatchObject({ code: 'busy' })
    open()
    const states = await Promise.all(started.map(async ({ done }) => (await done).state))
    expect(states).toEqual(['done', 'done', 'done'])
  })
})
