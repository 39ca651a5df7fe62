import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../server/app.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type MatrixCity, openMatrixCity } from './matrix-city.ts'
import { type Column, COLUMNS } from './matrix-table.ts'

/** Addresses of map data and cached responses, the same for all callers. */
const ADDRESSES = [
  '/api/layers',
  '/api/proposals/1',
  '/api/hotspots?cell=400&group=property',
  '/api/hotspots?cell=50&group=property',
  '/tiles/hotspots.json?group=people',
  '/tiles/hotspots/8/142/76.mvt?cell=800&group=people',
  '/tiles/hotspots/8/142/76.mvt?cell=800&category=sexual_offence',
  '/tiles/incidents/8/142/76.mvt?group=all',
  '/tiles/areas/8/142/76.mvt',
  '/tiles/cameras/8/142/76.mvt',
  '/tiles/patrol-zones/8/142/76.mvt',
] as const
type Address = (typeof ADDRESSES)[number]

interface Validators {
  readonly status: number
  readonly etag: string | null
  readonly body: string
}

describe('HTTP caching of responses', () => {
  let city: MatrixCity
  const first = new Map<string, Validators>()
  const firstOf = (who: Column, address: Address) => first.get(`${who} ${address}`)!

  async function validatorsOf(
    who: Column,
    address: string,
    headers: Record<string, string> = {},
  ): Promise<Validators> {
    const own = await city.credentials(who)
    const response = await fetch(city.server.url + address, { headers: { ...own, ...headers } })
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    const plain = response.status >= 400 ? withoutRequestId(body) : body
    return { status: response.status, etag: response.headers.get('etag'), body: plain }
  }

  beforeAll(async () => {
    city = await openMatrixCity(databasesUnderTest[0]!)
    for (const who of COLUMNS)
      for (const address of ADDRESSES) first.set(`${who} ${address}`, await validatorsOf(who, address))
  })
  afterAll(() => city?.close())

  it('varies by what the caller may see', () => {
    const bodies = (address: Address, ...columns: readonly Column[]) =>
      new Set(columns.map((who) => firstOf(who, address).body)).size
    expect(bodies('/tiles/areas/8/142/76.mvt', 'partner', 'planner')).toBe(2)
    expect(bodies('/api/layers', 'partner', 'planner', 'analyst', 'admin')).toBe(4)
    expect(bodies('/tiles/hotspots/8/142/76.mvt?cell=800&group=people', 'planner', 'analyst')).toBe(2)
  })

  it('gives no 304 for the ETag of another audience’s response', async () => {
    let tried = 0
    for (const address of ADDRESSES) {
      for (const learnt of COLUMNS) {
        const { etag } = firstOf(learnt, address)
        if (etag === null) continue
        const isTile = address.endsWith('.mvt') || address.includes('.mvt?')
        for (const who of COLUMNS) {
          const reply = await validatorsOf(who, address, { 'if-none-match': etag })
          const own = firstOf(who, address)
          const expected = isTile && who === learnt ? { ...own, status: 304, body: '' } : own
          expect({ address, learnt, who, ...reply }).toEqual({ address, learnt, who, ...expected })
          tried++
        }
      }
    }
    expect(tried).toBeGreaterThan(100)
  })

  it('has OPTIONS responses as in the OpenAPI document, also for missing resources', async () => {
    for (const path of new Set(ENDPOINTS.map((endpoint) => endpoint.path))) {
      const methods = ENDPOINTS.filter((endpoint) => endpoint.path === path).map(({ method }) => method)
      for (const name of ['1', '999999']) {
        const url = city.server.url + path.replaceAll(/\{\w+\}/g, name)
        const { status, headers } = await fetch(url, { method: 'OPTIONS' })
        const allowed = headers.get('allow')?.split(', ') ?? []
        expect([
          path,
          status,
          allowed.filter((one) => one !== 'HEAD' && one !== 'OPTIONS').toSorted(),
        ]).toEqual([path, 204, methods.map((method) => method.toUpperCase()).toSorted()])
      }
    }
  })

  it('is the same for everybody on public paths, which set no cookie', async () => {
    for (const address of [
      '/public/index.json',
      '/public/layers/districts.geojson',
      '/public/nothing.json',
    ]) {
      const answers = new Set<string>()
      for (const who of COLUMNS) {
        const response = await fetch(city.server.url + address, { headers: await city.credentials(who) })
        expect([address, who, response.headers.get('set-cookie')]).toEqual([address, who, null])
        answers.add(`${response.status} ${response.status < 400 ? await response.text() : ''}`)
      }
      expect([address, answers.size]).toEqual([address, 1])
    }
  })
})

function withoutRequestId(body: string): string {
  const { requestId: _, ...rest } = JSON.parse(Buffer.from(body, 'base64').toString())
  return JSON.stringify(rest)
}
