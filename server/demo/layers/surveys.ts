import { DISTRICTS, type DistrictId } from '../plan/districts.ts'
import type { SurveyFigure } from '../../surveys/index.ts'

/** A figure whose area is known by its name until the areas are stored. */
export type DemoSurveyFigure = Omit<SurveyFigure, 'areaId'> & { readonly district: string }

/** Results of a district: number of respondents, and shares by wave in percent. */
interface Answers {
  readonly answers: number
  readonly safe: readonly [earlier: number, later: number]
  readonly avoided: readonly [earlier: number, later: number]
}

const WAVES = [
  { wave: '2024', publishedOn: '2024-06-13' },
  { wave: '2026', publishedOn: '2026-06-11' },
] as const
const SOURCE = 'Exempelstads trygghetsmätning (påhittade data)'

/**
 * Planted so that perceived safety and reports differ: in Tjärbryggan, the old town with its restaurants, much is
 * reported and most feel safe; in Göktyteskogen, houses by a dark wood, little is reported and only half do. In
 * Kranhamnen, and among the men of Göktyteskogen, there are too few respondents.
 */
const ANSWERS: Readonly<Record<DistrictId, Answers>> = {
  tjarbryggan: { answers: 214, safe: [80, 83], avoided: [9, 8] },
  vaverskestaden: { answers: 486, safe: [73, 74], avoided: [14, 13] },
  angvisselstaden: { answers: 178, safe: [61, 55], avoided: [24, 29] },
  repslagarbacken: { answers: 391, safe: [70, 71], avoided: [15, 15] },
  kranhamnen: { answers: 21, safe: [62, 57], avoided: [19, 24] },
  lodlinehojden: { answers: 263, safe: [77, 76], avoided: [11, 12] },
  smorblomshojden: { answers: 332, safe: [68, 72], avoided: [18, 14] },
  goktyteskogen: { answers: 61, safe: [53, 49], avoided: [31, 34] },
  fyrvaktarudden: { answers: 239, safe: [81, 82], avoided: [8, 8] },
  klockmakarangen: { answers: 371, safe: [75, 74], avoided: [12, 13] },
}

/** Difference of women and men from all respondents in percentage points, and their shares of the respondents. */
const GROUPS = [
  { group: 'all', share: 1, fewerSafe: 0, moreAvoided: 0 },
  { group: 'women', share: 0.54, fewerSafe: 9, moreAvoided: 6 },
  { group: 'men', share: 0.46, fewerSafe: -10, moreAvoided: -7 },
] as const

/** Two indicators in two waves for every district of Exempelstad; all of it is made up. */
export const DEMO_SURVEYS: readonly DemoSurveyFigure[] = WAVES.flatMap(({ wave, publishedOn }, at) =>
  DISTRICTS.flatMap(({ id, name }) =>
    GROUPS.flatMap(({ group, share, fewerSafe, moreAvoided }) => {
      const { answers: everybody, safe, avoided } = ANSWERS[id]
      const answers = Math.round(everybody * share)
      const figure = (indicator: string, percent: number): DemoSurveyFigure => ({
        indicator,
        wave,
        district: name,
        group,
        percent,
        marginPercent: marginOf(percent, answers),
        answers,
        source: SOURCE,
        publishedOn,
      })
      return [
        figure('safe-outdoors-at-night', safe[at]! - fewerSafe),
        figure('avoided-a-place', avoided[at]! + moreAvoided),
      ]
    }),
  ),
)

/** Half the width of the 95 % interval of a share (normal approximation), percentage points, one decimal. */
function marginOf(percent: number, answers: number): number {
  const share = percent / 100
  return Math.round(1960 * Math.sqrt((share * (1 - share)) / answers)) / 10
}
