import { describe, expect, it } from 'vitest'
import type { Finding, RankEvidence } from '../../../server/checks/contract.ts'
import { orderedFindings } from '../../../web/checks/leading-findings.ts'

const finding = (id: string, kind: Finding['kind'], conclusive = true): Finding => ({
  id,
  kind,
  sv: id,
  en: id,
  evidence: kind === 'rank' ? [`of-${id}`] : [],
  q: null,
  conclusive,
})

const rank = (of: string, low: number, high: number): RankEvidence => ({
  id: `of-${of}`,
  group: of,
  status: 'ok',
  places: 240,
  more: 18,
  placements: 9000,
  share: (low + high) / 2,
  interval: { low, high },
  apart: high < 0.5 || low > 0.5,
  whole: true,
  matchedOn: 'residents',
})

const ids = (findings: readonly Finding[]) => findings.map(({ id }) => id)

describe('findings in the order of reading', () => {
  it('begin with the three differences that are farthest from the middle, either way, in their own order', () => {
    const ordered = orderedFindings({
      findings: [
        finding('site', 'site'),
        finding('people', 'rank'),
        finding('change', 'change'),
        finding('property', 'rank'),
        finding('order', 'rank'),
        finding('environment', 'rank'),
        finding('coverage', 'coverage', false),
      ],
      ranks: [
        rank('people', 0.3, 0.4),
        rank('property', 0.38, 0.48),
        rank('order', 0.8, 0.95),
        rank('environment', 0, 0.05),
      ],
    })
    expect(ids(ordered.place)).toEqual(['site', 'coverage'])
    expect(ids(ordered.differences)).toEqual(['people', 'order', 'environment'])
    expect(ids(ordered.others)).toEqual(['change', 'property'])
    expect(ordered.compared).toBe(true)
  })

  it('leave out what cannot be told from the middle, and say whether anything was compared', () => {
    const findings = [finding('people', 'rank', false), finding('change', 'change')]
    const ranks = [rank('people', 0.4, 0.6)]
    expect(orderedFindings({ findings, ranks })).toMatchObject({ differences: [], compared: true })
    const tooLarge = ranks.map((one) => ({ ...one, status: 'too-large' as const, interval: null }))
    expect(orderedFindings({ findings, ranks: tooLarge }).compared).toBe(false)
    expect(ids(orderedFindings({ findings, ranks }).others)).toEqual(['people', 'change'])
  })

  it('name every finding once', () => {
    const findings = [finding('site', 'site'), finding('people', 'rank'), finding('cameras', 'cameras')]
    const { place, differences, others } = orderedFindings({ findings, ranks: [rank('people', 0, 0.1)] })
    expect(ids([...place, ...differences, ...others]).toSorted()).toEqual(['cameras', 'people', 'site'])
  })
})
