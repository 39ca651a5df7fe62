import iconv from 'iconv-lite'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const source = { controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const common = { occurredFrom: 'tid', externalId: 'id' }
const EXCEL = ['sep=;', 'id;Öst;tid', '1;18,06;2026-03-01 10:00', '2;18,07;2026-03-01 11:00', 'Summa;2', '']
const feature = (id: number) => ({
  type: 'Feature',
  properties: { id, tid: '2026-03-01T10:00' },
  geometry: { type: 'MultiPoint', coordinates: [[18.06, 59.33]] },
})
const lines = `\x1e${JSON.stringify(feature(1))}\n\x1e${JSON.stringify(feature(2))}\n`

describe.each(databasesUnderTest)('files of other dialects on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
  })
  afterAll(() => server.close())

  async function imported(id: string, bytes: Uint8Array | string, mapping: object) {
    const body = new FormData()
    body.append(
      'mapping',
      JSON.stringify({ source: { id, ...source }, defaults: { category: 'other' }, ...mapping }),
    )
    body.append('file', new Blob([bytes as BlobPart]), 'file')
    const started = await call('POST', '/api/imports', { body })
    if (started.status !== 202) return started.body
    for (;;) {
      const { body: status } = await call('GET', started.headers.get('location')!)
      if (status.finishedAt !== null) return status
      await wait(20)
    }
  }

  it.each([
    [
      'a table of old Mac letters and line ends, with a total',
      iconv.encode(EXCEL.join('\r').replaceAll(';2026', ' 59,33;2026'), 'macintosh'),
      { columns: { ...common, position: 'Öst' }, csv: { encoding: 'macintosh' } },
      { state: 'done', rowsRead: 3, accepted: 2, rejected: 1 },
    ],
    ['a text sequence', lines, { columns: common }, { state: 'done', rowsRead: 2, accepted: 2 }],
    [
      'a second collection behind the first',
      JSON.stringify({ features: [feature(1)] }) + JSON.stringify({ features: [feature(2)] }),
      { columns: common },
      { state: 'failed', accepted: 0, error: expect.stringContaining('Line 1: something follows') },
    ],
    [
      'a PDF',
      '%PDF-1.7',
      { columns: common },
      { state: 'failed', accepted: 0, error: expect.stringContaining('The file is a PDF') },
    ],
  ])('are read whole or refused: %s', async (what, bytes, mapping, expected) => {
    const id = what
      .replaceAll(/[^a-z]+/gi, '-')
      .toLowerCase()
      .slice(0, 30)
      .replace(/-$/, '')
    expect(await imported(id, bytes, mapping)).toMatchObject(expected)
  })
})
