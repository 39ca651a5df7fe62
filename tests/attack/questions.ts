import { ENDPOINTS } from '../../server/app.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../../server/engine/snapshot/categories.ts'
import { EDGES } from '../../server/engine/snapshot/query.ts'
import { type Random, seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { anywhere, inDegrees, pick, tileOf } from './attacked-city.ts'

/** A call of a planner's. */
export interface Question {
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Periods that begin and end at month borders, within months, before and after all data, or are open. */
const PERIODS: readonly (readonly [from: string | null, to: string | null])[] = [
  [null, null],
  ['2026-03-01', '2026-04-01'],
  ['2026-04-01', '2026-07-01'],
  ['2025-01-01', '2026-01-01'],
  ['2024-01-01', '2026-01-01'],
  ['2026-02-11', '2026-04-03'],
  ['2026-02-12', '2026-04-04'],
  ['2025-11-30', '2026-02-28'],
  ['2026-06-01', '2026-07-11'],
  ['2026-07-01', '2026-08-01'],
  ['2026-05-20', '2030-01-01'],
  ['2019-01-01', '2024-03-01'],
  ['2024-12-31', null],
  [null, '2026-07-09'],
]
const YEARS = [
  ['2025-01-01', '2026-01-01'],
  ['2024-01-01', '2026-01-01'],
  ['2024-05-05', null],
] as const
const COARSE_EDGES = EDGES.filter((edge) => edge >= 200)
const PARTS = [
  ['hours=6-14'],
  ['hours=22-6'],
  ['weekdays=6,7'],
  ['hours=14-22', 'weekdays=1-5'],
  ['hours=22-6', 'weekdays=6,7', 'time=aoristic'],
]
const TOO_FINE = [
  'hours=0-1',
  'hours=6-13',
  'weekdays=3',
  'time=aoristic',
  'precision=address',
  'sources=no-setting',
  'sources=closed',
  'group=all',
  'flags=hate',
]
/** Zooms of tiles, which determine content and cell size. */
const ZOOMS = [10, 12, 13, 14, 15]

/** A planner's requests: the page's own, and shapes, edges, times and formats that no page sends. */
export function plannersQuestions(seed: number, each: number): readonly Question[] {
  const random = seededRandom(seed)
  const times = <T>(share: number, make: () => T) => Array.from({ length: Math.ceil(each * share) }, make)
  return [
    ...plainReads(),
    ...times(1, () => surfaceOf(random)),
    ...times(1, () => checkOf(random)),
    ...times(0.5, () => mapTileOf(random)),
    ...times(0.1, () => ({ path: `/tiles/hotspots.json?${surfaceQuery(random)}` })),
    ...times(0.05, () => ({ path: `/tiles/incidents/${tileHolding(random)}.mvt?group=${groupOf(random)}` })),
  ]
}

/** Surfaces, tiles and checks, whose parameters a planner chooses. */
export const isChosen = ({ path, body }: Question) => body !== undefined || path.includes('?')

/** Every read of the contract that needs nothing but its path; when the session ends is the planner's own. */
function plainReads(): readonly Question[] {
  const paths = ENDPOINTS.filter(({ method, path }) => method === 'get' && !/[{]|^.api.session/.test(path))
  return [...paths.map(({ path }) => ({ path })), { path: '/tiles/incidents.json?group=property' }]
}

function surfaceOf(random: Random): Question {
  const crop = pick(random, ['', '', '&bbox=18.050,59.335,18.065,59.345', '&within=3', '&empty=true'])
  const format = pick(random, ['geojson', 'geojson', 'csv'])
  return { path: `/api/hotspots?${surfaceQuery(random)}${crop}&format=${format}` }
}

function mapTileOf(random: Random): Question {
  return { path: `/tiles/hotspots/${tileHolding(random)}.mvt?${surfaceQuery(random)}` }
}

/** A surface query, one in five finer than permitted. */
function surfaceQuery(random: Random): string {
  const isPart = random() < 0.3
  const isCategory = !isPart && random() < 0.3
  const [from, to] = pick(random, (isPart || isCategory) && random() < 0.7 ? YEARS : PERIODS)
  const parts = [
    `cell=${pick(random, isPart ? COARSE_EDGES : EDGES)}`,
    isCategory ? `category=${pick(random, CATEGORIES).code}` : `group=${groupOf(random)}`,
    ...(from === null ? [] : [`from=${from}`]),
    ...(to === null ? [] : [`to=${to}`]),
    ...(isPart ? pick(random, PARTS) : []),
  ]
  if (random() < 0.2) parts.push('exposure=residents')
  if (random() < 0.2) parts.push(`sources=${pick(random, ['police,areas-only', 'city,no-setting', 'fresh'])}`)
  if (random() < 0.2) parts.push(pick(random, TOO_FINE))
  return [...new Map(parts.map((part) => [part.split('=')[0], part])).values()].join('&')
}

const tileHolding = (random: Random) => tileOf(pick(random, ZOOMS), ...anywhere(random))

const groupOf = (random: Random) => pick(random, CATEGORY_GROUPS).code

/** A check of a speck, a block, a sliver or a large round site. */
function checkOf(random: Random): Question {
  const [x, y] = anywhere(random)
  const [width, height] = pick(random, [
    [2, 2],
    [40, 40],
    [3, 400],
    [120, 90],
    [230, 240],
    [450, 400],
  ])
  const [from, to] = pick(
    random,
    PERIODS.filter((period) => (period[0] === null) === (period[1] === null)),
  )
  return checkAt([x, y, width, height], random() * Math.PI, {
    ...(from === null ? {} : { from, to }),
    ...(random() < 0.3 ? { ringMetres: pick(random, [[60], [51, 80, 140], [75, 500]]) } : {}),
    ...(random() < 0.3 ? { edgeMetres: pick(random, EDGES) } : {}),
  })
}

/** A check of a rectangle round a point, turned. */
export function checkAt([x, y, width, height]: readonly number[], turn: number, more: object): Question {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ].map(([a, b]) => {
    const [u, v] = [(a! * width!) / 2, (b! * height!) / 2]
    return [x! + u * cos - v * sin, y! + u * sin + v * cos]
  })
  return { path: '/api/check', body: { geometry: inDegrees(corners), ...more } }
}
