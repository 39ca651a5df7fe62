import type { RhythmName, SeasonName } from './rhythms.ts'

/** Length of the interval in which an incident may have happened. */
export type Span = 'moment' | 'short' | 'workday' | 'overnight' | 'absence'

export type SourceId = 'polisen' | 'felanmalan' | 'ordningsvakt'

/** How a category behaves in the city as a whole. */
export interface CategoryMix {
  readonly category: string
  /** Weight among all that is drawn; those of this list come to 71,600. */
  readonly share: number
  readonly rhythm: RhythmName
  readonly season: SeasonName
  readonly span: Span
  readonly source: SourceId
  /** Share that lies at an address rather than in the street. */
  readonly atAddress: number
  /** Share in a dwelling, and indoors where the public has access; the rest is outdoors. */
  readonly dwelling: number
  readonly indoors: number
}

const mix = (
  category: string,
  share: number,
  rhythm: RhythmName,
  season: SeasonName,
  span: Span,
  source: SourceId,
  [atAddress, dwelling, indoors]: readonly [number, number, number],
): CategoryMix => ({ category, share, rhythm, season, span, source, atAddress, dwelling, indoors })

export const CATEGORY_MIX: readonly CategoryMix[] = [
  mix('violence', 4600, 'evenings', 'summer', 'short', 'polisen', [0.45, 0.3, 0.1]),
  mix('threat_harassment', 3200, 'evenings', 'even', 'moment', 'polisen', [0.5, 0.3, 0.15]),
  mix('robbery', 700, 'evenings', 'dark', 'moment', 'polisen', [0.15, 0.02, 0.1]),
  mix('sexual_offence', 1100, 'evenings', 'summer', 'short', 'polisen', [0.5, 0.5, 0.1]),
  mix('theft', 15_500, 'days', 'summer', 'workday', 'polisen', [0.55, 0.05, 0.3]),
  mix('burglary', 3600, 'absence', 'dark', 'absence', 'polisen', [1, 0.6, 0]),
  mix('vandalism', 4300, 'nights', 'even', 'overnight', 'polisen', [0.5, 0.02, 0.05]),
  mix('graffiti', 3300, 'mornings', 'even', 'overnight', 'felanmalan', [0.4, 0, 0.05]),
  mix('arson_fire', 500, 'nights', 'summer', 'short', 'polisen', [0.3, 0.05, 0.05]),
  mix('drugs', 2900, 'evenings', 'even', 'moment', 'polisen', [0.15, 0.05, 0.05]),
  mix('weapons', 200, 'nights', 'even', 'moment', 'polisen', [0.3, 0.1, 0]),
  mix('public_drunkenness', 2700, 'evenings', 'summer', 'moment', 'ordningsvakt', [0.1, 0, 0.05]),
  mix('disorder', 4600, 'evenings', 'summer', 'short', 'ordningsvakt', [0.2, 0.05, 0.1]),
  mix('vehicle_nuisance', 2600, 'cruising', 'summer', 'short', 'polisen', [0, 0, 0]),
  mix('litter', 10_500, 'mornings', 'summer', 'moment', 'felanmalan', [0.15, 0, 0]),
  mix('lighting_fault', 6300, 'mornings', 'dark', 'moment', 'felanmalan', [0, 0, 0]),
  mix('other', 5000, 'days', 'even', 'moment', 'polisen', [0.4, 0.2, 0.1]),
]
