import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ApiResponse,
  createApiClient,
  type Json,
  problemOf,
  square,
} from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const MAPPING = {
  source: { id: 'csv', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { THEFT: 'theft', '*': 'other' },
}
const CSV = `id,lon,lat,start,type
1,18.06,59.33,2026-03-01T10:00,THEFT
2,18.07,59.33,2026-03-01T11:00,THEFT
3,,59.33,2026-03-01T12:00,THEFT
4,18.07,59.33,yesterday,THEFT
`

function form(parts: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(parts))
    data.append(name, value as Blob, ...(value instanceof Blob ? ['incidents.csv'] : []))
  return data
}
const upload = (text = CSV, mapping: unknown = MAPPING) =>
  form({ mapping: JSON.stringify(mapping), file: new Blob([text]) })

describe.each(databasesUnderTest)(
  'files that are refused, or taken as the background map, on $kind',
  (database) => {
    let server: TestServer
    let call: ReturnType<typeof createApiClient>
    beforeAll(async () => {
      server = await startTestServer({ database })
      call = createApiClient(server.url)
    })
    afterAll(() => server.close())

    async function finished(started: ApiResponse) {
      expect(started.status).toBe(202)
      return read(started.headers.get('location')!)
    }

    async function read(path: string) {
      for (;;) {
        const { body } = await call('GET', path)
        if (body.finishedAt !== null) return { path, ...body }
        await wait(20)
      }
    }

    it.each<[string, string, unknown, RegExp, RegExp]>([
      [
        'a column that is not there',
        CSV,
        { ...MAPPING, columns: { ...MAPPING.columns, category: 'kind' } },
        /^columns\.category: filen har ingen kolumn "kind"; den har id, lon/,
        /^columns\.category: the file has no column "kind"; it has id, lon/,
      ],
      [
        'a coordinate system that nobody says',
        'id,lon,lat,start,type\n1,674032.1,6580822.4,2026-03-01T10:00,THEFT\n',
        MAPPING,
        /^crs: varken filen eller crs \(--crs\) säger .* Troligast: 1 av 1 platser ligger i staden när de läses som EPSG:3006/,
        /^crs: neither the file nor crs \(--crs\) says .* Likeliest: 1 of 1 positions lie in the city when read as EPSG:3006/,
      ],
      [
        'JSON that is cut off',
        '[{"id": "1", "lon": 18.06, "lat": 59.33, "start": "2026-03-01T10:00", "type": "THEFT"},\n{"id"',
        MAPPING,
        /^JSON-filen är avhuggen på rad 2, efter 1 poster: hämta den på nytt\.$/,
        /^The JSON is cut off on line 2, after 1 records: fetch it anew\.$/,
      ],
      [
        'a file of another kind',
        '%PDF-1.7 x',
        MAPPING,
        /^Filen är en PDF: be om tabellen bakom som CSV\.$/,
        /^The file is a PDF: ask for the table behind it as CSV\.$/,
      ],
    ])(
      'is refused in the caller’s language, in its preview and in its status: %s',
      async (_, text, mapping, sv, en) => {
        const speak = (language: string) => ({ headers: { 'accept-language': language } })
        const body = () => upload(text, mapping)
        const started = await finished(await call('POST', '/api/imports', { body: body() }))
        for (const [language, wording] of [
          ['sv-SE,sv;q=0.9', sv],
          ['en', en],
        ] as const) {
          const preview = await call('POST', '/api/imports?preview=true', {
            body: body(),
            ...speak(language),
          })
          expect(problemOf(preview).detail).toMatch(wording)
          const { body: status } = await call('GET', started.path, speak(language))
          expect([status.state, status.error]).toEqual(['failed', expect.stringMatching(wording)])
        }
      },
    )

    it('refuses a mapping field by field in the caller’s language', async () => {
      const mapping = { ...MAPPING, crs: 'SWEREF', timezone: 'Mars/Phobos', colour: 1 }
      const headers = { 'accept-language': 'sv' }
      const refused = problemOf(await call('POST', '/api/imports', { body: upload(CSV, mapping), headers }))
      expect(refused.title).toBe('Går inte att behandla')
      expect(refused.problems.map(({ field, rule }: Json) => `${field} ${rule}`).toSorted()).toEqual([
        'colour är inte känt här',
        'crs är en EPSG-kod, till exempel EPSG:4326',
        'timezone är en tidszon, till exempel Europe/Stockholm',
      ])
    })

    it.each([
      ['/api/area-imports', 'options', { kind: 'district' }],
      ['/api/layer-imports', 'mapping', { kind: 'cameras' }],
      ['/api/proposal-files', 'options', {}],
    ])(
      'refuse a file of 200 MB by the size that it announces, before it is sent: %s',
      async (path, field, said) => {
        const headers = {
          'Content-Type': 'multipart/form-data; boundary=b',
          'Content-Length': 200 * 2 ** 20,
          'Accept-Language': 'sv',
        }
        const post = request(server.url + path, { method: 'POST', headers })
        const part = (name: string, rest: string) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"${rest}`
        post.write(part(field, `\r\n\r\n${JSON.stringify(said)}\r\n`))
        post.write(part('file', '; filename="stor.gpkg"\r\n\r\nSQLite format 3\0'))
        const [response] = await once(post, 'response')
        const problem = JSON.parse(Buffer.concat(await response.toArray()).toString())
        expect(problem).toMatchObject({
          status: 413,
          detail: expect.stringMatching(/^file: högst \d+ MB tas emot/),
        })
        post.destroy()
      },
    )

    it('take the background map in by kind: lines of streets, outlines of parks, points of names', async () => {
      const collection = (...features: readonly (readonly [object, object])[]) =>
        JSON.stringify({
          type: 'FeatureCollection',
          features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
        })
      const line = (...coordinates: readonly (readonly number[])[]) => ({ type: 'LineString', coordinates })
      const streets = collection(
        [{ namn: 'Storgatan', klass: 2 }, line([18.06, 59.33, 12], [18.07, 59.33, 12], [18.07, 59.34, 9])],
        [{ namn: null, klass: null }, line([18.061, 59.331], [18.062, 59.331])],
        [
          { namn: 'Torget', klass: 1 },
          { type: 'Point', coordinates: [18.06, 59.33] },
        ],
      )
      const take = async (kind: string, file: string, options: object = {}) => {
        const said = JSON.stringify({ kind, nameProperty: 'namn', ...options })
        return call('POST', '/api/area-imports', { body: form({ options: said, file: new Blob([file]) }) })
      }
      const first = await take('street', streets, { rankProperty: 'klass' })
      expect(first.body).toMatchObject({
        imported: 2,
        unchanged: 0,
        rejected: [{ feature: 3, name: 'Torget' }],
      })
      expect(first.body.rejected[0].rule.sv).toBe('är en linje (LineString)')
      expect((await take('street', streets, { rankProperty: 'klass' })).body).toMatchObject({ unchanged: 2 })
      expect((await take('park', collection([{ namn: 'Parken' }, square(18.05, 59.32)]))).body.imported).toBe(
        1,
      )
      const names = collection([{ namn: 'Staden' }, { type: 'Point', coordinates: [18.06, 59.33] }])
      expect((await take('place_name', names, { rankProperty: null })).body.imported).toBe(1)
      const { context } = await server.database.repositories.features.readAll()
      const stored = context.map(({ kind, name, rank, planar }) => [kind, name, rank, planar.type])
      expect(stored.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
        ['park', 'Parken', 3, 'Polygon'],
        ['place_name', 'Staden', 3, 'Point'],
        ['street', null, 3, 'LineString'],
        ['street', 'Storgatan', 2, 'LineString'],
      ])
      expect(problemOf(await take('district', streets, { rankProperty: 'klass' })).problems[0]!.field).toBe(
        'rankProperty',
      )
    })
  },
)
