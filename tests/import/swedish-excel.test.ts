import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { createApiClient } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const SOURCE = { id: 'arenden', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const TYPES = ['Stöld', 'Skadegörelse', 'Misshandel', 'Rån']
const ROWS = Array.from({ length: 60 }, (_, at) =>
  [
    `K${1000 + at}`,
    TYPES[at % 4],
    `${1 + (at % 28)}.5.2024`,
    `${at % 24}.15`,
    (18.02 + at / 1000).toFixed(5),
    '59.33000',
    'Vid torget',
  ].join(';'),
)
const FILE = ['Diarienr;Brottstyp;Datum;Klockslag;Longitud;Latitud;Plats', ...ROWS, ''].join('\r\n')

function upload(mapping: unknown): FormData {
  const data = new FormData()
  data.append('mapping', JSON.stringify(mapping))
  data.append('file', new Blob([Buffer.from(FILE, 'latin1')]), 'Ärenden maj.csv')
  return data
}

describe.each(databasesUnderTest)('a file of a Swedish Excel on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    call = createApiClient(server.url)
  })
  afterAll(() => server.close())

  it('is imported by its guessed mapping without an edit', async () => {
    const preview = await call('POST', '/api/imports?preview=true', { body: upload({ source: SOURCE }) })
    expect(preview.body).toMatchObject({
      guessed: true,
      accepted: 60,
      rejected: {},
      missing: [],
      question: null,
    })
    expect(preview.body.mapping.columns).toMatchObject({
      externalId: 'Diarienr',
      occurredFrom: ['Datum', 'Klockslag'],
      category: 'Brottstyp',
    })
    const started = await call('POST', '/api/imports', { body: upload(preview.body.mapping) })
    let status = started.body
    while (status.finishedAt === null) {
      await wait(20)
      status = (await call('GET', started.headers.get('location')!)).body
    }
    expect(status).toMatchObject({ state: 'done', rowsRead: 60, accepted: 60, rejected: 0 })
    await server.engine.snapshots.refresh()
    expect(server.engine.snapshots.status().incidents).toBe(60)
  })

  it('is read whole in either order of day and month that the preview offers', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `D${at};Stöld;0${1 + (at % 9)}/05/2024;${at}.15;18,06;59,33;x`,
    )
    const file = ['Diarienr;Brottstyp;Datum;Klockslag;Longitud;Latitud;Plats', ...rows, ''].join('\r\n')
    const preview = async (mapping: object) => {
      const body = new FormData()
      body.append('mapping', JSON.stringify(mapping))
      body.append('file', new Blob([Buffer.from(file, 'latin1')]), 'Ärenden juni.csv')
      return (await call('POST', '/api/imports?preview=true', { body })).body
    }
    const { question } = await preview({ source: SOURCE })
    const first = async ({ timeFormat }: { readonly timeFormat: string }) => {
      const { accepted, examples } = await preview({ source: SOURCE, timeFormat })
      return [accepted, examples[4].from.slice(0, 16)]
    }
    expect(await Promise.all(question.readings.map(first))).toEqual([
      [12, '2024-05-05T04:15'],
      [12, '2024-05-05T04:15'],
    ])
    const { examples } = await preview({ source: SOURCE, timeFormat: question.readings[1].timeFormat })
    expect(examples[1].from.slice(0, 16)).toBe('2024-02-05T01:15')
  })
})
