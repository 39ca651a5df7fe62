import { cellCentre } from '../../server/engine/lattice/lattice.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../../server/engine/snapshot/categories.ts'
import { inDegrees, tileOf } from './attacked-city.ts'
import { checkAt, type Question } from './questions.ts'
import type { Exchange } from './differences.ts'

/** A closed quarter; its middle month is looked into. */
const QUARTER = ['2026-01-01', '2026-04-01'] as const
const MONTH = ['2026-02-01', '2026-03-01'] as const
/** Where in a cell the specks lie, metres from its centre. */
const SPECKS = [
  [0, 0],
  [15, 10],
  [-18, 5],
  [3, -20],
]

/** Finds incidents alone in a cell, month (people: quarter) and group. */
export function openingQuestions(): readonly Question[] {
  return CATEGORY_GROUPS.map(({ code }) => {
    const [from, to] = code === 'people' ? QUARTER : MONTH
    return { path: `/api/hotspots?cell=50&group=${code}&from=${from}&to=${to}` }
  })
}

/** The planner's own proposal and its review, with all their responses. */
export function reviewQuestions(): readonly Question[] {
  const { geometry } = checkAt([674_700, 6_580_700, 150, 100], 0, {}).body as { geometry: object }
  const proposal = { type: 'Feature', geometry, properties: { title: 'Hus' } }
  return [
    { path: '/api/proposals', body: proposal },
    { path: '/api/proposals/1/reviews', body: {} },
    { path: '/api/reviews/1' },
    { path: '/reviews/1' },
    { path: '/api/reviews/1/verification', body: {} },
  ]
}

/** Requests that might disclose more of them: time in the month, position in the cell, category, hour, precision. */
export function closingQuestions(opening: readonly Exchange[]): readonly Question[] {
  return CATEGORY_GROUPS.flatMap(({ code }, k) =>
    aloneIn(opening[k]!)
      .slice(0, 1)
      .flatMap((centre) => [...surfacesOn(code, centre), ...checksOn(centre)]),
  )
}

function aloneIn({ status, body }: Exchange): readonly (readonly [x: number, y: number])[] {
  if (status !== 200) return []
  const { features } = JSON.parse(body) as {
    features: { properties: { i: number; j: number; count: number } }[]
  }
  return features
    .filter(({ properties }) => properties.count === 1)
    .map(({ properties }) => cellCentre(properties, 50))
}

function surfacesOn(group: string, [x, y]: readonly [number, number]): readonly Question[] {
  const [first, second] = CATEGORIES.filter((category) => category.group === group)
  const box = inDegrees([
    [x - 60, y - 60],
    [x + 60, y + 60],
  ]).coordinates[0]!.flat()
  const month = `from=${MONTH[0]}&to=${MONTH[1]}`
  return [
    'from=2026-02-01&to=2026-02-15',
    'from=2026-02-05&to=2026-03-05',
    `from=2026-02-14&to=${QUARTER[1]}`,
    ...['hours=22-6', 'weekdays=6,7', 'hours=6-14&weekdays=1-5', 'time=aoristic', 'precision=street'].map(
      (part) => `${month}&${part}`,
    ),
    `${month}&category=${first!.code}`,
    `${month}&category=${first!.code},${second!.code}`,
    'from=2026-01-01&to=2027-01-01&hours=14-22&cell=200',
    'from=2025-01-01&to=2026-01-01&hours=14-22&cell=200',
    `${month}&cell=100`,
  ].flatMap((search) => {
    const what = search.includes('category') ? '' : `&group=${group}`
    const cell = search.includes('cell') ? '' : '&cell=50'
    const query = `${search}${what}${cell}`
    return [
      { path: `/api/hotspots?${query}&bbox=${box.join()}` },
      { path: `/tiles/hotspots/${tileOf(15, x, y)}.mvt?${query}` },
    ]
  })
}

/** Specks in the cell, half a month of one, and two sites that differ by the cell alone. */
function checksOn([x, y]: readonly [number, number]): readonly Question[] {
  const [from, to] = MONTH
  const year = { from: '2025-01-01', to: '2026-01-01' }
  return [
    ...SPECKS.map(([east, north]) => checkAt([x + east!, y + north!, 2, 2], 0, { from, to })),
    checkAt([x, y, 2, 2], 0, { from, to: '2026-02-15' }),
    checkAt([x + 130, y, 300, 200], 0, year),
    checkAt([x + 205, y, 300, 200], 0, year),
  ]
}
