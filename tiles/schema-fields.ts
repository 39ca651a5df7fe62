/** An attribute of a feature. An attribute whose value is not known is absent. */
export interface TileField {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly meaning: string
}

const field = (name: string, type: TileField['type'], meaning: string): TileField => ({ name, type, meaning })

/** Attributes of every context layer. */
export const CONTEXT_FIELDS: readonly TileField[] = [
  field('name', 'string', 'name, where it has one'),
  field('rank', 'integer', '1 = drawn from afar … 5 = only close by'),
]

/** Attributes by layer. The feature id is the stored id; for a hotspot it is made from i and j. */
export const FIELDS = {
  hotspots: [
    field('i', 'integer', 'column of the cell in the city-wide lattice'),
    field('j', 'integer', 'row of the cell in the city-wide lattice'),
    field('class', 'string', 'few, below2, below, even, above, high2 or high4'),
    field('count', 'number', 'incidents in the cell'),
    field('sum', 'number', 'incidents in the cell and its ring'),
    field('expected', 'number', 'what an even spread would put in the cell and its ring'),
    field('ratio', 'number', 'sum divided by expected'),
    field('low', 'number', 'lower bound of the ratio, 95 %'),
    field('high', 'number', 'upper bound of the ratio, 95 %'),
    field('q', 'number', 'p of the concentration, adjusted over all cells (Benjamini–Hochberg)'),
    field(
      'dominance',
      'number',
      'share of the cell’s incidents at its commonest position; absent of cells without, and of sums of units',
    ),
    field('z', 'number', 'Gi* of the cell; never what the class rests on'),
    field('edge', 'integer', 'side of the cells in this tile, metres'),
  ],
  incidents: [
    field('category', 'string', 'code of the category'),
    field('from', 'integer', 'when it began, minutes since 1970-01-01T00:00Z'),
    field('precision', 'string', 'address or street'),
    field('weight', 'integer', 'how many incidents the point stands for'),
    field(
      'samplingFraction',
      'number',
      'share of the tile’s points that are in it, where some are left out (which ones is fixed by their ids); absent where all are there',
    ),
  ],
  cameras: [
    field('name', 'string', 'name of the camera'),
    field('status', 'string', 'planned, active or removed'),
    field('operator', 'string', 'who answers for the camera'),
    field(
      'direction',
      'number',
      'compass bearing of the middle of the view, degrees; absent = all round or not known',
    ),
    field('view', 'number', 'angle of view, degrees'),
    field('range', 'number', 'range, metres'),
  ],
  'camera-views': [
    field('name', 'string', 'name of the camera'),
    field('status', 'string', 'planned, active or removed'),
    field('range', 'number', 'range, metres'),
  ],
  'patrol-zones': [
    field('name', 'string', 'name of the zone'),
    field('permit', 'string', 'reference of the permit'),
    field('purpose', 'string', 'why it was granted'),
    field('validFrom', 'string', 'first day, ISO date'),
    field('validTo', 'string', 'last day, ISO date; absent = open'),
  ],
  'focus-areas': [
    field('name', 'string', 'name of the area'),
    field('owner', 'string', 'board or company that answers for it'),
    field('programmeFrom', 'string', 'first day of the programme, ISO date'),
    field('programmeTo', 'string', 'last day of the programme, ISO date; absent = open'),
  ],
  areas: [
    field('kind', 'string', 'study, water, district, place or base'),
    field('name', 'string', 'name of the area'),
    field('residents', 'integer', 'residents, where known'),
    field('derived', 'boolean', 'true when the study area was derived because none was given'),
  ],
  proposals: [
    field('title', 'string', 'title of the proposal'),
    field('caseNumber', 'string', 'case number (dnr), where given'),
  ],
} as const satisfies Readonly<Record<string, readonly TileField[]>>
