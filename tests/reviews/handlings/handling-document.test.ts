import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../server/engine/hashes/canonical-json.ts'
import { CATEGORY_GROUPS } from '../../../server/engine/snapshot/categories.ts'
import type { Evidence, FileableEvidence } from '../../../server/checks/evidence.ts'
import {
  extendedHandling,
  type HandlingContext,
  handlingOf,
} from '../../../server/reviews/handlings/handling-document.ts'
import { handlingLines, PREMISES_LEFT_OUT } from '../../../server/reviews/handlings/handling-lines.ts'
import { shownCount } from '../../../server/engine/disclosure/rounding.ts'

const GROUPS = CATEGORY_GROUPS.map(({ code }) => code)
const REGISTERS = ['police', 'city'] as const
const SITE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [18, 59],
      [19, 59],
      [19, 60],
      [18, 59],
    ],
  ],
}
const ZONES = [0, 1, 2]
const FIGURES = ZONES.length * REGISTERS.length * GROUPS.length

const CONTEXT: Omit<HandlingContext, 'fileable'> = {
  reviewId: 7,
  title: 'Eken',
  caseNumber: 'Dnr 1',
  evidenceSha256: 'abc',
  lockedAt: '2026-03-01T12:00:00.000Z',
  surroundings: { footprint: SITE, cameras: [], guards: [], focusAreas: [], districts: ['Hamnstaden'] },
  atPremises: { digest: 'd', counts: [] },
  toldBefore: [],
}

type Filed = { readonly evidence: Evidence; readonly fileable: FileableEvidence }

/** Fileable counts, with an evidence of which everything that must not show is set. */
function evidenceOf(
  counts: readonly (number | null)[],
  secret = 0,
  more: { days?: number | null; areaM2?: number } = {},
): Filed {
  const { days = 365, areaM2 = 24_400 } = more
  const secrets = {
    count: secret,
    interval: { low: secret, high: secret },
    ratio: secret,
    q: secret,
    z: secret,
  }
  const evidence = {
    zones: [{ zone: 0, fromMetres: 0, toMetres: 50, areaM2: secret, landM2: secret }],
    counts: [{ ...secrets, id: 'count', zone: 0, yearEarlier: secret, p: secret, dispersion: secret }],
    ranks: [{ id: 'rank', more: secret, equal: secret, percentile: secret, places: secret }],
    cells: [{ ...secrets, sum: secret, expected: secret, shareOfFootprint: secret }],
    profiles: [{ here: [[secret]], city: [[secret]], knownTime: secret, timeUnknown: secret }],
    cameras: {
      id: 'cameras',
      cameras: [{ id: 1, name: `cam ${secret}`, zone: 0 }],
      shareInNominalViews: secret,
    },
    patrols: [{ shareInSchedule: secret, knownTime: secret }],
    touches: [],
    findings: [{ sv: `${secret} händelser`, en: `${secret} incidents`, q: secret }],
    provenance: {
      snapshotVersion: String(secret),
      query: {
        geometry: SITE,
        from: '2025-01-01T00:00Z',
        to: '2026-01-01T00:00Z',
        ringMetres: [100, 250],
        edgeMetres: 100,
      },
      demo: false,
    },
  } as unknown as Evidence
  const fileable: FileableEvidence = {
    zones: ZONES.map((zone) => ({
      zone,
      fromMetres: [0, 0, 100][zone]!,
      toMetres: [0, 100, 250][zone]!,
      areaM2,
    })),
    days,
    sources: [{ title: 'Polisen', register: 'police', coversFrom: null, coversTo: null }],
    counts: ZONES.flatMap((zone) =>
      REGISTERS.flatMap((register) => GROUPS.map((group) => ({ zone, register, group }))),
    ).map((slot, k) => ({ ...slot, count: counts[k] ?? null })),
  }
  return { evidence, fileable }
}

const same = (count: number) => Array.from({ length: FIGURES }, () => count)
function filed({ evidence, fileable }: Filed, context: Omit<HandlingContext, 'fileable'>) {
  return handlingOf(evidence, { ...context, fileable })
}

const bytes = (evidence: Filed) => canonicalJson(filed(evidence, CONTEXT))

/** A count, and another that is told alike. */
const alike = fc.integer({ min: 0, max: 4000 }).chain((count) => {
  const [low, high] =
    count <= 4 ? [0, 4] : [Math.max(5, Math.round(count / 5) * 5 - 2), Math.round(count / 5) * 5 + 2]
  return fc.tuple(fc.constant(count), fc.integer({ min: low, max: high }))
})

describe('a handling', () => {
  it('is the same, byte for byte, for evidences whose counts are rounded alike', () => {
    fc.assert(
      fc.property(
        fc.array(alike, { minLength: FIGURES, maxLength: FIGURES }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        (pairs, secret, other) => {
          const [one, two] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
          expect(bytes(evidenceOf(one, secret))).toBe(bytes(evidenceOf(two, other)))
        },
      ),
    )
  })

  it('takes of what is kept beside the evidence only what everybody may see', () => {
    const atPremises = { digest: 'd', counts: [] }
    const kept = { ...CONTEXT.surroundings, atPremises, note: 'internt' }
    const evidence = evidenceOf(same(20))
    const handling = filed(evidence, { ...CONTEXT, surroundings: kept })
    expect(canonicalJson(handling)).toBe(bytes(evidence))
    expect(Object.keys(handling.surroundings).sort()).toEqual([
      'cameras',
      'districts',
      'focusAreas',
      'guards',
    ])
  })

  it('holds no number of the evidence that is not rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_001, max: 9_999_999 }), (secret) => {
        const told = bytes(evidenceOf(same(secret), secret))
        fc.pre(secret % 5 !== 0)
        expect(told).not.toContain(String(secret))
        expect(told).toContain(String(Math.round(secret / 5) * 5))
      }),
    )
  })

  it('hides 0 to 4 alike and rounds the rest to five', () => {
    const told = [0, 1, 4, 5, 7, 8, 12, 13, 102, 103].map(shownCount)
    expect(told).toEqual(['few', 'few', 'few', 5, 5, 10, 10, 15, 100, 105])
  })

  const shown = (evidence: Filed, context = CONTEXT) =>
    filed(evidence, context).figures.map(({ zone, group, count }) => `${zone} ${group} ${count}`)

  it('tells what people suffer for a year and more, the rest for a quarter and more, whole days only', () => {
    const counts = same(20)
    const told = (days: number | null) =>
      new Set(shown(evidenceOf(counts, 0, { days })).map((line) => line.slice(2)))
    expect(told(365)).toEqual(new Set(GROUPS.map((group) => `${group} 20`)))
    expect(told(364)).toContain('people withheld')
    expect(told(90)).toContain('order 20')
    expect(told(89)).toEqual(new Set(GROUPS.map((group) => `${group} withheld`)))
    expect(told(null)).toEqual(new Set(GROUPS.map((group) => `${group} withheld`)))
  })

  it('tells nothing of ground of less than a hectare', () => {
    expect(shown(evidenceOf(same(20), 0, { areaM2: 9_999 })).every((line) => line.endsWith('withheld'))).toBe(
      true,
    )
  })

  it('leaves out the zones that another handling told of, and names that one', () => {
    const context = { ...CONTEXT, toldBefore: [{ zone: 1, reviewId: 4 }] }
    const lines = shown(evidenceOf(same(20)), context)
    expect(lines.filter((line) => line.endsWith('withheld')).every((line) => line.startsWith('1 '))).toBe(
      true,
    )
    expect(lines.filter((line) => line.endsWith('withheld'))).toHaveLength(REGISTERS.length * GROUPS.length)
    expect(filed(evidenceOf(same(20)), context).toldIn).toEqual([4])
  })

  it('leaves out what lies at premises before it rounds, and does not say that there are any', () => {
    const counts = same(22)
    const atSchool = { zone: 1, register: 'police', group: 'property', count: 19 } as const
    const handling = filed(evidenceOf(counts), {
      ...CONTEXT,
      atPremises: { digest: 'e', counts: [atSchool, { ...atSchool, group: 'order', count: 4 }] },
    })
    const told = handling.figures.map(({ zone, register, group, count }) => [zone, register, group, count])
    expect(told).toContainEqual([1, 'police', 'property', 'few'])
    expect(told).toContainEqual([1, 'police', 'order', 20])
    expect(told).toContainEqual([0, 'police', 'property', 20])
    expect(told.filter(([, , , count]) => count !== 20)).toHaveLength(1)
    const without = filed(evidenceOf(counts.map((count, k) => (k === 9 ? 3 : count))), CONTEXT)
    expect(canonicalJson(handling)).toBe(canonicalJson(without))
  })

  it('says in every case, and once, that premises are left out; the oldest, which count them, do not', () => {
    const handling = filed(evidenceOf(same(20)), CONTEXT)
    expect(handlingLines(handling).filter((line) => line === PREMISES_LEFT_OUT)).toHaveLength(1)
    const { premisesLeftOut: _, ...oldest } = handling
    expect(handlingLines(oldest)).not.toContain(PREMISES_LEFT_OUT)
    const silent = filed(evidenceOf(same(20), 0, { days: null }), CONTEXT)
    expect(handlingLines(silent)).toEqual([])
  })

  it('says that what is not covered cannot be compared, and not that it is few', () => {
    const handling = filed(evidenceOf([]), CONTEXT)
    expect(handling.figures.every(({ count }) => count === 'not-covered')).toBe(true)
    expect(handlingLines(handling)[0]?.sv).toContain('kan inte jämföras')
  })

  it('keeps its figures when it is extended by the decision', () => {
    const locked = filed(evidenceOf(same(23)), CONTEXT)
    const consultation = {
      number: 1,
      party: 'SL',
      askedOn: '2026-03-02',
      answeredOn: null,
      summary: 'internt',
    }
    const extended = extendedHandling(locked, {
      id: 7,
      weighing: { tradeOffs: {}, perspectives: {}, conditions: ['x'] },
      consultations: [consultation],
      decision: { decision: 'support', note: null, at: '2026-04-01T00:00:00.000Z' },
      outcome: null,
    } as never)
    expect(extended).toMatchObject({ figures: locked.figures, stage: 'decided' })
    expect(extended.decided?.conditions).toEqual([])
    expect(JSON.stringify(extended)).not.toContain('internt')
  })

  it('speaks of each register by itself, and in both languages', () => {
    const [police, city] = handlingLines(filed(evidenceOf([12, 3, 40, 5, 8, 8, 8, 8]), CONTEXT))
    expect(police).toEqual({
      sv: 'Anmält till polisen, området: våld och hot omkring 10; egendom färre än 5; ordning omkring 40; skötsel omkring 5.',
      en: 'Reported to the police, the site: violence and threats about 10; property fewer than 5; public order about 40; upkeep about 5.',
    })
    expect(city?.sv).toMatch(/^Rapporterat till kommunen, området/)
  })
})
