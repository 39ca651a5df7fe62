import { describe, expect, it } from 'vitest'
import type { FiledDocument } from '../../../server/reviews/documents/filed-document.ts'
import { documentPage } from '../../../server/reviews/documents/document-page.ts'

const DOCUMENT: FiledDocument = {
  reviewId: 7,
  stage: 'decided',
  title: 'Bänkar vid torget',
  caseNumber: null,
  demo: false,
  version: 2,
  annex: { sha256: 'a'.repeat(64), statute: 'OSL 18 kap. 1 §', authority: 'Nämnden' },
  assessment: null,
  map: {
    widthMetres: 800,
    heightMetres: 800,
    ground: [],
    ways: [{ kind: 'street', name: 'Ågatan', line: [0, 250, 800, 250] }],
    names: [],
    areas: [{ name: 'Hamnen 1', rings: [[0, 0, 800, 0, 800, 800, 0, 800]] }],
    site: [[300, 300, 500, 300, 500, 500, 300, 500]],
  },
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
  figures: {
    releases: [{ key: '2025', publishedAt: '2026-03-15T08:00:00.000Z' }],
    statisticalAreas: [{ key: 's1', name: 'Hamnen 1', residents: 900, reachMetres: 0 }],
    byStatisticalArea: [
      { area: 's1', register: 'police', group: 'property', period: '2025', count: 40 },
      { area: 's1', register: 'police', group: 'order', period: '2025', count: 'few' },
    ],
    districts: [{ key: 'a1', name: 'Hamnen', residents: 4000 }],
    byDistrict: [{ area: 'a1', register: 'police', group: 'people', period: '2025', count: 25 }],
    city: [{ register: 'police', group: 'people', period: '2025', count: 90, atLeast: true }],
    perceivedSafety: [],
    sources: [],
  },
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
const WRITTEN: FiledDocument = {
  ...DOCUMENT,
  title: 'skrivet: rubrik',
  assessment: 'skrivet: bedömning',
  figures: {
    ...DOCUMENT.figures!,
    sources: [{ title: 'skrivet: källa', register: 'police', coversFrom: null, coversTo: null }],
  },
  surroundings: {
    ...DOCUMENT.surroundings,
    cameras: [
      {
        operator: 'Staden',
        purpose: 'skrivet: ändamål',
        contact: 'skrivet: kontakt',
        retentionDays: 30,
        balancingSummary: 'skrivet: avvägning',
      },
    ],
    guards: DOCUMENT.surroundings.guards.map((guard) => ({ ...guard, purpose: 'skrivet: syfte' })),
  },
  decided: {
    ...DOCUMENT.decided!,
    note: 'skrivet: skäl',
    conditions: ['skrivet: villkor'],
    tradeOffs: { noise: { judgement: 'worse', note: 'skrivet: buller' } },
    perspectives: { child: 'skrivet: barn' },
  },
  outcome: 'skrivet: utfall',
}
const pageIn = (language: 'sv' | 'en', publicDocument = DOCUMENT) =>
  documentPage(
    { text: JSON.stringify(publicDocument), sha256: 'b'.repeat(64) } as Parameters<typeof documentPage>[0],
    language,
    'Europe/Stockholm',
  )

describe('the page of a public document', () => {
  it('has released figures, the city’s for comparison, their sources, and a reference to the annex', () => {
    const text = pageIn('sv')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    for (const said of [
      'Hamnen 1 på platsen 2025 – omkring 40 färre än 5 –',
      'Hela staden 2025 minst 90',
      '2025 · 15 mars 2026',
      'märkt av Nämnden: OSL 18 kap. 1 §. Begärs den ut prövar staden sekretessen.',
      'Uppgifter om själva platsen är färre än vad som får redovisas.',
    ])
      expect(text).toContain(said)
  })

  it('has a map with streets, their names, the statistical areas and a scale', () => {
    const map = /<figure class="map">.*<\/figure>/s.exec(pageIn('en'))![0]
    for (const said of ['Ågatan', 'Hamnen 1', '200 m', '>N<', 'aria-label="Map, north upwards'])
      expect(map).toContain(said)
  })

  it('states that the city had published nothing', () => {
    expect(pageIn('en', { ...DOCUMENT, figures: null })).toContain('The city had published no figures')
  })

  it('formats days in the reader’s language and the city’s time zone', () => {
    const swedish = pageIn('sv')
    expect(swedish).toContain('<dd>24 oktober 2026</dd>')
    expect(swedish).toContain('<dd>14 november 2026</dd>')
    expect(swedish).toContain('<time datetime="2026-10-26">26 oktober 2026</time>')
    expect(swedish).toContain('1 januari 2024 – 1 januari 2027')
    expect(swedish).toContain('från 1 januari 2025')
    const text = pageIn('en').replaceAll(/<[^>]*>/g, ' ')
    expect(text).toContain('from 1 January 2025')
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  it('marks the city’s own texts as Swedish, on the English page too', () => {
    const body = pageIn('en', WRITTEN).split('<body>')[1]!
    const marked = [...body.matchAll(/<span lang="sv">(skrivet: [^<]*)<\/span>/g)].map(([, text]) => text)
    const everyText = JSON.stringify(WRITTEN).match(/skrivet: [^"]*/g)!
    expect(new Set(marked)).toEqual(new Set(everyText))
    expect(body.match(/skrivet: /g)).toHaveLength(marked.length)
  })
})
