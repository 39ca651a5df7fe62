import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, square } from '../../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'
import { DEFAULT_FILTERS, type PeriodPreset, surfaceParams } from '../../../web/hotspots/filters/filters.ts'
import { coveredTo } from '../../../web/sources/coverage.ts'

const DAY_MS = 86_400_000
const LAST = Date.UTC(2024, 5, 30, 12)
const TODAY = Date.UTC(2026, 10, 29)

/** A theft so many days before the last one. */
const row = (daysBefore: number) => {
  const day = new Date(LAST - daysBefore * DAY_MS).toISOString().slice(0, 10)
  return `r${daysBefore},${daysBefore % 2 === 0 ? 18.06 : 18.061},59.33,${day}T12:00,Stöld`
}

describe('the presets of the period of a source without an end of its coverage', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ clock: { nowMs: () => TODAY } })
  })
  afterAll(() => server.close())

  it('count back from the last incident: known numbers of each, two years later', async () => {
    const call = createApiClient(server.url)
    const area = { geometry: square(18, 59.3, 0.1), properties: { kind: 'study', name: 'Staden' } }
    expect((await call('POST', '/api/areas', { body: { type: 'Feature', ...area } })).status).toBe(201)
    const mapping = {
      source: { id: 'polis', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
      columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'tid', category: 'typ' },
      categories: { Stöld: 'theft' },
    }
    // In the last 28 days 3, in the month before the last day's end 4, in three months 6, in twelve 9, and 13 in all.
    const days = [0, 7, 27, 29, 60, 90, 120, 300, 364, 367, 500, 700, 1000]
    const body = new FormData()
    body.append('mapping', JSON.stringify(mapping))
    body.append('file', new Blob([`id,lon,lat,tid,typ\n${days.map(row).join('\n')}\n`]), 'a.csv')
    const { headers } = await call('POST', '/api/imports', { body })
    await expect
      .poll(async () => (await call('GET', headers.get('location')!)).body.state, { timeout: 20_000 })
      .toBe('done')
    await server.engine.snapshots.refresh()
    const { body: map } = await call('GET', '/api/map')
    const { body: sources } = await call('GET', '/api/sources')
    const end = coveredTo(sources.items, map.incidentsThrough)
    expect([sources.items[0].coversTo, map.incidentsThrough, end]).toEqual([null, '2024-06-30', '2024-07-01'])
    const incidentsIn = async (preset: PeriodPreset) => {
      const params = surfaceParams({ ...DEFAULT_FILTERS, group: 'property', period: { preset } }, end)
      const { status, body: surface } = await call('GET', `/api/hotspots?${params.toString()}`)
      expect([status, surface.code]).toEqual([200, undefined])
      return surface.analysis.incidents
    }
    const presets = ['28d', '1m', '3m', '12m', 'all'] as const
    const counts: number[] = []
    for (const preset of presets) counts.push(await incidentsIn(preset))
    expect(counts).toEqual([3, 4, 6, 9, 13])
  })
})
