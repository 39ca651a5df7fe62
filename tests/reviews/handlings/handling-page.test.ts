import { describe, expect, it } from 'vitest'
import type { Handling } from '../../../server/reviews/handlings/handling-document.ts'
import { handlingPage } from '../../../server/reviews/handlings/handling-page.ts'

const HANDLING: Handling = {
  reviewId: 7,
  stage: 'decided',
  title: 'Bänkar vid torget',
  caseNumber: null,
  demo: false,
  evidenceSha256: 'a'.repeat(64),
  lockedAt: '2026-10-23T22:15:00.000Z',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [18, 59],
        [18.002, 59],
        [18.002, 59.001],
        [18, 59],
      ],
    ],
  },
  from: '2025-09-30T22:00:00.000Z',
  to: '2026-09-30T22:00:00.000Z',
  zones: [],
  figures: [],
  toldIn: [],
  sources: [],
  surroundings: {
    cameras: [],
    guards: [
      {
        name: 'Torget',
        permit: 'T-1',
        purpose: 'Ordning',
        validFrom: '2024-01-01',
        validTo: '2027-01-01',
      },
    ],
    focusAreas: [{ name: 'Söder', owner: 'Nämnden', programmeFrom: '2025-01-01', programmeTo: null }],
    districts: [],
  },
  decided: {
    at: '2026-11-13T23:30:00.000Z',
    decision: 'support',
    note: null,
    conditions: [],
    tradeOffs: {},
    perspectives: {},
    consulted: [{ party: 'Polisen', askedOn: '2026-10-26', answeredOn: null }],
  },
  outcome: null,
}
/** A text for every field that the city writes freely. */
const WRITTEN: Handling = {
  ...HANDLING,
  title: 'skrivet: rubrik',
  sources: [{ title: 'skrivet: källa' } as Handling['sources'][number]],
  surroundings: {
    ...HANDLING.surroundings,
    cameras: [
      {
        operator: 'Staden',
        purpose: 'skrivet: ändamål',
        contact: 'skrivet: kontakt',
        retentionDays: 30,
        balancingSummary: 'skrivet: avvägning',
      },
    ],
    guards: HANDLING.surroundings.guards.map((guard) => ({ ...guard, purpose: 'skrivet: syfte' })),
  },
  decided: {
    ...HANDLING.decided!,
    note: 'skrivet: skäl',
    conditions: ['skrivet: villkor'],
    tradeOffs: { noise: { judgement: 'worse', note: 'skrivet: buller' } },
    perspectives: { child: 'skrivet: barn' },
  },
  outcome: 'skrivet: utfall',
}
const pageIn = (language: 'sv' | 'en', handling = HANDLING) =>
  handlingPage(
    { handling: JSON.stringify(handling), sha256: 'b'.repeat(64) } as Parameters<typeof handlingPage>[0],
    language,
    'Europe/Stockholm',
  )

describe('the page of a handling', () => {
  it('spells every day out in the language that it is read in, instants as the city’s own days', () => {
    const swedish = pageIn('sv')
    expect(swedish).toContain('<dd>24 oktober 2026</dd>')
    expect(swedish).toContain('<dd>14 november 2026</dd>')
    expect(swedish).toContain('<time datetime="2026-10-26">26 oktober 2026</time>')
    expect(swedish).toContain('1 januari 2024 – 1 januari 2027')
    expect(swedish).toContain('från 1 januari 2025')
    const words = pageIn('en').replaceAll(/<[^>]*>/g, ' ')
    expect(words).toContain('from 1 January 2025')
    expect(words).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  it('says of every text that the city wrote that it is Swedish, on the English page too', () => {
    const body = pageIn('en', WRITTEN).split('<body>')[1]!
    const marked = [...body.matchAll(/<span lang="sv">(skrivet: [^<]*)<\/span>/g)].map(([, text]) => text)
    const everyText = JSON.stringify(WRITTEN).match(/skrivet: [^"]*/g)!
    expect(new Set(marked)).toEqual(new Set(everyText))
    expect(body.match(/skrivet: /g)).toHaveLength(marked.length)
  })
})
