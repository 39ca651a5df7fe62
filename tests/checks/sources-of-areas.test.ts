import { afterAll, describe, expect, it } from 'vitest'
import { categoryIndex } from '../../server/engine/snapshot/categories.ts'
import { PRECISIONS } from '../../server/engine/snapshot/incident.ts'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import { sourcesOf, PLAIN_ROW } from '../support/cities/make-snapshot.ts'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, incident } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

const [own] = sourcesOf([PLAIN_ROW])
const SOURCES = [own!, { ...own!, id: 'police', ordinal: own!.ordinal + 1, title: 'Polisens tabell' }]
const MONTH = { fromMinute: at(2024, 3, 1, 0), toMinute: at(2024, 4, 1, 0) }
const district = (more = {}) =>
  incident(1100, 1100, MONTH.fromMinute, {
    ...MONTH,
    sourceId: 'police',
    precisionCode: PRECISIONS.indexOf('district'),
    weight: 120,
    ...more,
  })
const DISCLOSED = {
  sv: 'Källan anger bara hela områden. Platsen har därför inga siffror därifrån, och det betyder inte att inget har hänt: police.',
  en: 'The source tells of whole areas only. The site therefore has no figures of it, which does not mean that nothing happened: police.',
}

describe('a check with a source located by area only', () => {
  it('states that the site has no figures when no source has any, and gives no zeros', async () => {
    for (const role of ['planner', 'analyst'] as const) {
      const result = await check([district()], { sources: [SOURCES[1]!] }, {}, audienceOfRole(role))
      const { counts, ranks, cells, profiles, findings, provenance } = result.evidence
      expect([counts, ranks, cells, profiles]).toEqual([[], [], [], []])
      expect(result.exact).toBeNull()
      expect(findings.map(({ kind }) => kind)).toEqual(['site', 'coverage', 'cameras', 'touches'])
      expect(findings.find(({ id }) => id === 'coverage')!.en).toContain(
        'No source can be told of for the place',
      )
      expect([provenance.notices, provenance.sources]).toEqual([[DISCLOSED], []])
    }
  })

  it('names that source beside the figures of the others', async () => {
    const rows = [
      FIRST,
      incident(1100, 1100, at(2024, 3, 5)),
      district({ settingCode: 0, categoryIndex: categoryIndex('vandalism')! }),
    ]
    for (const role of ['planner', 'analyst'] as const) {
      const { evidence } = await check(rows, { sources: SOURCES }, {}, audienceOfRole(role))
      expect(evidence.counts.find(({ id }) => id === 'count-property-0')!.count).toBe(1)
      expect(evidence.provenance.notices).toEqual([DISCLOSED])
      expect(evidence.provenance.sources.map(({ id }) => id)).toEqual([own!.id])
    }
  })

  it('tells a planner only that the source has no setting, when its incidents may all be in dwellings', async () => {
    const rows = [FIRST, incident(1100, 1100, at(2024, 3, 5)), district({ settingCode: 0 })]
    const noticesOf = async (role: 'planner' | 'analyst') =>
      (await check(rows, { sources: SOURCES }, {}, audienceOfRole(role))).evidence.provenance.notices
    const without = await check(rows.slice(0, 2), { sources: SOURCES }, {}, audienceOfRole('planner'))
    expect(await noticesOf('planner')).toEqual(without.evidence.provenance.notices)
    expect(await noticesOf('planner')).not.toContainEqual(DISCLOSED)
    expect(await noticesOf('analyst')).toContainEqual(DISCLOSED)
  })

  it('does not name a source with some placed incidents, and treats its other months as not covered', async () => {
    const open = SOURCES.map((source) => ({ ...source, coversFrom: null, coversTo: null }))
    const placed = incident(1100, 1100, at(2022, 3, 5), { sourceId: 'police' })
    const { evidence } = await check([placed, district()], { sources: [open[1]!] })
    expect(evidence.provenance.notices).toEqual([])
    expect(evidence.findings.find(({ id }) => id === 'coverage')!.en).toContain('missing, not zero')
  })

  it('gives the rest of the evidence unchanged', async () => {
    const { evidence } = await check([district()], { sources: [SOURCES[1]!] })
    expect(evidence.zones[0]!.cells!.length).toBeGreaterThan(0)
    expect(evidence.findings.find(({ kind }) => kind === 'site')).toBeDefined()
    expect(evidence.touches.length).toBeGreaterThan(0)
  })
})
