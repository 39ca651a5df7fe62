import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ANALYST,
  type Audience,
  audienceOfRole,
  narrowed,
  OPERATOR,
} from '../../server/platform/access/audience.ts'
import { DomainError } from '../../server/engine/errors.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = sharedWorkers()

const city = tileCity(13)
const district = city.layers.areas!.find(({ properties }) => properties.kind === 'district')!
const place = (id: number) => ({
  ...district,
  id,
  properties: { ...district.properties, kind: 'place' as const, name: `Plats ${id}` },
})
const rows = city.rows.map((row, n) => (n % 7 === 0 ? { ...row, flags: 2 } : row))
const snapshot = makeSnapshot({
  rows,
  layers: { ...city.layers, areas: [...city.layers.areas!, place(901), place(902)] },
})

const AUDIENCES: Readonly<Record<string, Audience>> = {
  partner: audienceOfRole('partner', [901]),
  'another partner': audienceOfRole('partner', [902]),
  planner: audienceOfRole('planner'),
  coordinator: audienceOfRole('coordinator'),
  analyst: ANALYST,
  'an analyst’s key': narrowed(ANALYST, ['map.read']),
  'another key': narrowed(ANALYST, ['map.read', 'hotspots.read']),
  admin: audienceOfRole('admin'),
  operator: OPERATOR,
}
const QUESTIONS = [
  ['areas', ''],
  ['cameras', ''],
  ['proposals', ''],
  ['hotspots', 'cell=400&group=property'],
  ['hotspots', 'cell=400&group=all'],
  ['hotspots', 'cell=400&category=sexual_offence'],
  ['incidents', 'group=property'],
  ['nothing', ''],
] as const

type Tiles = ReturnType<typeof tileServiceOf>['tiles']
const newTiles = () => tileServiceOf(snapshot, pool).tiles
const names = Object.keys(AUDIENCES)

/** The response of a service: bytes and ETag, or the refusal. */
async function responseOf(tiles: Tiles, name: string, question: number): Promise<string> {
  const [layer, search] = QUESTIONS[question]!
  const url = `/tiles/${layer}/11/1126/602.mvt?${search}`
  const audience = AUDIENCES[name]!
  try {
    const request = { layer, search, url, z: 11, x: 1126, y: 602 }
    const tile = tiles.warm(url, audience) ?? (await tiles.tile(request, audience))
    const { bytes, etag } = await tile.variant('identity')
    return `${etag} ${Buffer.from(bytes).toString('base64')}`
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.message}`
    throw error
  }
}

describe('cached tiles', () => {
  /** The responses to each audience from a service without other callers. */
  const alone = new Map<string, string>()
  beforeAll(async () => {
    for (const name of names)
      for (const question of QUESTIONS.keys())
        alone.set(`${name} ${question}`, await responseOf(newTiles(), name, question))
  })

  it('are served only to audiences that may see them, whoever requested them first', async () => {
    const requested = fc.tuple(fc.constantFrom(...names), fc.nat(QUESTIONS.length - 1))
    await fc.assert(
      fc.asyncProperty(fc.array(requested, { minLength: 10, maxLength: 60 }), async (sequence) => {
        const shared = newTiles()
        for (const [name, question] of sequence)
          expect([name, QUESTIONS[question], await responseOf(shared, name, question)]).toEqual([
            name,
            QUESTIONS[question],
            alone.get(`${name} ${question}`),
          ])
      }),
      { numRuns: 20 },
    )
  })

  it('have ETags per audience, equal only for audiences that see the same', () => {
    const audiencesByTag = new Map<string, Set<string>>()
    for (const [key, response] of alone) {
      if (!response.startsWith('"')) continue
      const tag = `${response.split(' ')[0]} ${key.split(' ').at(-1)}`
      const name = key.slice(0, key.lastIndexOf(' '))
      audiencesByTag.set(tag, (audiencesByTag.get(tag) ?? new Set()).add(AUDIENCES[name]!.cacheKey))
    }
    expect(audiencesByTag.size).toBeGreaterThan(20)
    expect([...audiencesByTag.values()].filter((keys) => keys.size > 1)).toEqual([])
  })
})
