import type { PublicContents, ReleaseArea } from '../../server/releases/release.ts'

const square = (x: number, y: number, size: number): ReleaseArea['planar'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
})

const area = (key: string, name: string, x: number, id: number): ReleaseArea => ({
  key,
  name,
  areaIds: [id],
  residents: 2400 + id,
  landM2: 4_000_000,
  planar: square(x, 6_580_000, 2000),
})

/** Two areas side by side in EPSG:3006, near Stockholm; one has a name that a spreadsheet would take for a formula. */
export const FIXTURE_AREAS = [
  area('a1', 'Norra Ängsbacken', 674_000, 1),
  area('a2', '=HYPERLINK("http://x")', 676_000, 2),
]

const base = {
  kind: 'public',
  areas: FIXTURE_AREAS,
  felt: [],
  sources: [
    { title: 'Anmälda brott <test>', register: 'police', coversFrom: '2024-01-01', coversTo: '2026-10-31' },
  ],
} as const

/** Contents of a release of a quarter. */
export function quarterContents(period: PublicContents['period'] = '2026-Q1'): PublicContents {
  return {
    ...base,
    period,
    areaFigures: [
      { area: 'a1', register: 'police', group: 'property', period, count: 45 },
      { area: 'a1', register: 'police', group: 'order', period, count: 'few' },
      { area: 'a2', register: 'police', group: 'property', period, count: 'not-covered' },
      { area: 'a2', register: 'city', group: 'environment', period, count: 10 },
    ],
    hexes: [],
    city: [],
  }
}

/** Contents of a release of a year: people, cells, city-wide figures, and perceived safety. */
export function yearContents(period: PublicContents['period'] = '2025'): PublicContents {
  return {
    ...base,
    period,
    areaFigures: [
      { area: 'a1', register: 'police', group: 'people', period, count: 25 },
      { area: 'a2', register: 'police', group: 'people', period, count: 'few' },
    ],
    statistical: {
      areas: FIXTURE_AREAS.map((whole, k) => ({ ...whole, key: `s${k + 1}`, district: whole.key })),
      figures: [
        { area: 's1', register: 'police', group: 'property', period, count: 40 },
        { area: 's2', register: 'police', group: 'property', period, count: 'withheld' },
      ],
    },
    hexes: [
      { i: 1124, j: 9498, register: 'police', group: 'property', period, band: 'b25' },
      { i: 1124, j: 9499, register: 'police', group: 'property', period, band: 'not-shown' },
      { i: 1124, j: 9499, register: 'city', group: 'environment', period, band: 'b10' },
    ],
    city: [{ register: 'police', subject: 'sexual_offence', period, count: 65 }],
    felt: [
      {
        area: 'a1',
        indicator: 'safe_night',
        wave: '2025',
        group: 'all',
        percent: 71,
        marginPercent: 4,
        answers: 512,
        source: 'Trygghetsmätningen',
      },
      {
        area: 'a2',
        indicator: 'safe_night',
        wave: '2025',
        group: 'all',
        percent: null,
        marginPercent: null,
        answers: null,
        source: 'Trygghetsmätningen',
      },
    ],
  }
}
