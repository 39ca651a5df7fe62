import { afterAll, describe, expect, it } from 'vitest'
import { FLAGS, type IncidentContent, SETTINGS } from '../../server/engine/snapshot/incident.ts'
import { categoryIndex } from '../../server/engine/snapshot/categories.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import { openTinyCheck } from './tiny-check.ts'
import { at, EAST, incident, NORTH } from './tiny-city.ts'
import type { Source } from '../../server/engine/snapshot/source.ts'

const { check, close } = openTinyCheck()
afterAll(close)

const settingCode = (setting: (typeof SETTINGS)[number]) => SETTINGS.indexOf(setting)
const OUTDOOR = settingCode('outdoor')
const DAY = at(2024, 6, 1)

/** Sources that differ in who recorded and who may know. */
const SOURCES = sourcesOf(['closed', 'city', 'police'].map((sourceId) => ({ ...PLAIN_ROW, sourceId }))).map(
  (source) => ({
    ...source,
    register: source.id === 'city' ? ('city' as const) : ('police' as const),
    audiences: source.id === 'closed' ? source.audiences : [...source.audiences, 'public' as const],
    coversFrom: '2023-01-01',
    coversTo: '2025-01-31',
  }),
)

const here = (category: string, more: Partial<IncidentContent> = {}) =>
  incident(1100, 1100, DAY, {
    categoryIndex: categoryIndex(category)!,
    sourceId: 'police',
    settingCode: OUTDOOR,
    ...more,
  })

async function fileable(
  rows: readonly Partial<IncidentContent>[],
  sources: readonly (Source & { ordinal: number })[] = SOURCES,
) {
  const { fileable: kept } = await check(rows, { sources })
  const { counts, ...rest } = kept
  const told = counts.filter(({ zone, count }) => zone === 0 && count !== 0)
  return { ...rest, told: told.map(({ register, group, count }) => [register, group, count]) }
}

describe('what of the counts may be told outside', () => {
  it('keeps registers apart and leaves out sources that are not open to the public', async () => {
    const rows = [
      here('theft'),
      here('theft'),
      here('theft', { sourceId: 'city' }),
      here('theft', { sourceId: 'closed' }),
    ]
    const { told, sources, days } = await fileable(rows)
    expect(told).toEqual([
      ['police', 'property', 2],
      ['city', 'property', 1],
    ])
    expect(sources.map(({ title }) => title)).toEqual(['city', 'police'])
    expect(days).toBe(366)
  })

  it('leaves out whatever could be one victim’s, and what lies nowhere exactly', async () => {
    const rows = [
      here('sexual_offence'),
      here('theft', { flags: FLAGS.elder_crime }),
      here('burglary', { settingCode: settingCode('dwelling') }),
      here('violence', { settingCode: settingCode('unknown') }),
      here('theft', { precisionCode: 2 }),
      here('other'),
    ]
    expect((await fileable(rows)).told).toEqual([])
    const kept = [
      here('violence'),
      here('robbery', { settingCode: settingCode('unknown') }),
      here('litter', { weight: 3 }),
    ]
    expect((await fileable(kept)).told).toEqual([
      ['police', 'people', 2],
      ['police', 'environment', 3],
    ])
  })

  it('counts apart what lies at premises, in each zone, and leaves the counts whole', async () => {
    const premises = (id: number, kind: 'shelter' | 'station', x: number, y: number) => {
      const planar = { type: 'Point' as const, coordinates: [EAST + x, NORTH + y] }
      return { id, kind, name: null, rank: 4, planar }
    }
    const context = [
      premises(1, 'shelter', 1100, 1100),
      premises(2, 'shelter', 1310, 1100),
      premises(3, 'station', 1100, 1200),
      premises(4, 'shelter', 3000, 3000),
    ]
    const ring = incident(1250, 1100, DAY, { categoryIndex: categoryIndex('litter')!, sourceId: 'city' })
    const rows = [
      here('theft'),
      here('theft', { weight: 2 }),
      here('theft', { sourceId: 'closed' }),
      here('sexual_offence'),
      { ...here('theft'), yCm: (NORTH + 1200) * 100 },
      { ...ring, xCm: (EAST + 1290) * 100 },
      ring,
    ]
    const { evidence, fileable: kept, atPremises } = await check(rows, { sources: SOURCES, context })
    expect(atPremises).toEqual([
      { zone: 0, register: 'police', group: 'property', count: 3 },
      { zone: 1, register: 'city', group: 'environment', count: 1 },
    ])
    const without = await check(rows, { sources: SOURCES })
    expect(without.atPremises).toEqual([])
    expect([without.evidence, without.fileable]).toEqual([evidence, kept])
    const told = kept.counts.filter(({ count }) => count !== 0)
    expect(told.map(({ zone, register, group, count }) => [zone, register, group, count])).toEqual([
      [0, 'police', 'property', 4],
      [1, 'city', 'environment', 2],
    ])
  })

  it('knows no count of a register whose sources do not cover the period', async () => {
    const short = SOURCES.map((source) =>
      source.id === 'city' ? { ...source, coversTo: '2024-06-30' } : source,
    )
    const { told } = await fileable([here('theft')], short)
    expect(told).toEqual([
      ['police', 'property', 1],
      ...['people', 'property', 'order', 'environment'].map((group) => ['city', group, null]),
    ])
  })
})
