import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FeatureCollection } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CHILD = fileURLToPath(new URL('../support/children/read-tile.ts', import.meta.url))

/** What GDAL reads of a layer of a tile. */
function readByGdal(tile: Uint8Array, layer: string): FeatureCollection {
  const child = spawnSync(process.execPath, ['--import', 'tsx', CHILD, layer], {
    input: tile,
    maxBuffer: 64 * 2 ** 20,
  })
  expect(child.stderr.toString()).toBe('')
  return JSON.parse(child.stdout.toString()) as FeatureCollection
}

describe('tiles read by GDAL', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ demoIncidents: 3000 })
  })
  afterAll(() => server.close())

  it('have numbers as numbers and texts as texts', async () => {
    const call = createApiClient(server.url)
    const { body } = await call('GET', '/tiles/hotspots.json?group=property')
    const [west, south, east, north] = body.bounds
    const z = 11
    const x = Math.floor((((west + east) / 2 + 180) / 360) * 2 ** z)
    const latitude = (((south + north) / 2) * Math.PI) / 180
    const y = Math.floor(((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * 2 ** z)
    const address = body.tiles[0].replace('{z}', z).replace('{x}', x).replace('{y}', y)
    const tile = new Uint8Array(await (await fetch(address)).arrayBuffer())
    const [layer] = body.vector_layers
    const { features } = readByGdal(tile, layer.id)
    expect(features.length).toBeGreaterThan(50)
    const types = new Map<string, Set<string>>()
    for (const { properties } of features)
      for (const [name, value] of Object.entries(properties ?? {}))
        if (value !== null) types.set(name, (types.get(name) ?? new Set()).add(typeof value))
    for (const [name, type] of Object.entries(layer.fields as Readonly<Record<string, string>>))
      if (types.has(name)) expect([name, [...types.get(name)!]]).toEqual([name, [type.toLowerCase()]])
    expect(types.get('count')).toEqual(new Set(['number']))
  })
})
