import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import { categoryIndex } from '../../server/engine/snapshot/categories.ts'
import type { Evidence } from '../../server/checks/evidence.ts'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import { sourcesOf } from '../support/cities/make-snapshot.ts'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, inDegrees, incident, rectangle } from './tiny-city.ts'

const tiny = openTinyCheck()
afterAll(() => tiny.close())

const planner = audienceOfRole('planner')
const SOURCES = sourcesOf([{ sourceId: 'closed' }, { sourceId: 'test' }] as IncidentContent[]).map(
  (source) => ({
    ...source,
    coversTo: '2025-01-31',
    ...(source.id === 'closed' ? { audiences: ['analyst' as const] } : {}),
  }),
)
const LAST = incident(3900, 20, at(2025, 1, 2))

/** Rows around the site, some of them not disclosed to planners. */
const row = fc
  .record({
    x: fc.integer({ min: 800, max: 1500 }),
    y: fc.integer({ min: 800, max: 1500 }),
    day: fc.integer({ min: 1, max: 700 }),
    hour: fc.integer({ min: 0, max: 23 }),
    category: fc.constantFrom('theft', 'violence', 'graffiti', 'litter'),
  })
  .map(({ x, y, day, hour, category }) =>
    incident(x, y, at(2023, 1, day, hour), { categoryIndex: categoryIndex(category)! }),
  )
const hidden = fc
  .tuple(row, fc.constantFrom('sensitive', 'flagged', 'closed', 'dwelling', 'maybe'))
  .map(([content, why]) => ({
    ...content,
    ...(why === 'sensitive' ? { categoryIndex: categoryIndex('sexual_offence')! } : {}),
    ...(why === 'flagged' ? { flags: 8 } : {}),
    ...(why === 'closed' ? { sourceId: 'closed' } : {}),
    ...(why === 'dwelling' ? { settingCode: 3 } : {}),
    ...(why === 'maybe' ? { categoryIndex: categoryIndex('violence')!, settingCode: 0 } : {}),
  }))

async function evidenceFor(rows: readonly Partial<IncidentContent>[]): Promise<Evidence> {
  const { evidence } = await tiny.check([FIRST, LAST, ...rows], { sources: SOURCES }, {}, planner)
  return { ...evidence, provenance: { ...evidence.provenance, snapshotVersion: 'any' } }
}

describe('a check of a planner', () => {
  it('is the same whatever undisclosed incidents the place has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        fc.array(hidden, { minLength: 1, maxLength: 60 }),
        async (open, closed) => {
          expect(await evidenceFor([...open, ...closed])).toEqual(await evidenceFor(open))
        },
      ),
      { numRuns: 12 },
    )
  })

  it('names no sensitive category, not even as zero, and states whose limits it keeps', async () => {
    const { counts, provenance } = await evidenceFor([])
    expect(counts.map(({ category }) => category)).not.toContain('sexual_offence')
    expect(provenance.query.limitedTo).toBe('planner')
    expect(provenance.limits.map(({ en }) => en).join(' ')).toContain('Sensitive categories')
    expect(provenance.sources.map(({ id }) => id)).toEqual(['test'])
  })

  it('has profiles by parts of the day and week, not by single hours', async () => {
    const theft = { categoryIndex: categoryIndex('theft')! }
    const profiles = async (hour: number) =>
      (await evidenceFor([incident(1050, 1050, at(2024, 5, 13, hour), theft)])).profiles
    expect(await profiles(14)).toEqual(await profiles(21))
    expect(await profiles(13)).not.toEqual(await profiles(14))
  })

  it('counts whole cells, however small the drawn area', async () => {
    const geometry = inDegrees(rectangle(1000, 1000, 20, 20))
    const { evidence } = await tiny.check([FIRST, LAST], { sources: SOURCES }, { geometry }, planner)
    expect(evidence.zones[0]).toMatchObject({ rule: 'margin', areaM2: expect.any(Number) })
    expect(evidence.zones[0]!.areaM2).toBeGreaterThan(6495)
  })

  it('names the years and quarters that the sources cover only in part', async () => {
    const began = incident(3900, 10, at(2024, 5, 2))
    const requested = { fromMinute: at(2024, 8, 1, 0), toMinute: at(2024, 11, 1, 0) }
    const { evidence } = await tiny.check([began, LAST], { sources: SOURCES }, requested, planner)
    expect(evidence.periods!.map(({ per, covered }) => [per, covered])).toEqual([
      ['month', true],
      ['quarter', true],
      ['year', false],
    ])
    const said = evidence.findings.filter(({ kind }) => kind === 'coverage').map(({ sv }) => sv)
    expect(said).toEqual([
      'Källorna täcker inte hela januari 2024–december 2024, som enskilda brottstyper och dygnsrytm räknas på. Antal för tid utan källa saknas och är inte noll.',
    ])
  })

  it('is readable by analysts only when it counts a source closed to planners', async () => {
    const theft = incident(1050, 1050, at(2024, 5, 5), { sourceId: 'closed' })
    const { evidence } = await tiny.check([FIRST, LAST, theft], { sources: SOURCES })
    const counted = evidence.counts.find(({ group, zone }) => group === 'property' && zone === 0)
    expect(counted?.count).toBe(1)
    expect(evidence.provenance.query).not.toHaveProperty('limitedTo')
  })
})
