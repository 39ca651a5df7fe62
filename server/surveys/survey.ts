/** One share of a survey of felt safety in an area, as the survey's owner published it; never merged with reports. */
export interface SurveyFigure {
  /** What was asked: a code of `SURVEY_INDICATORS`, or the owner's own words. */
  readonly indicator: string
  /** When it was asked: `2025`, `2025-Q4`, … Waves sort as texts. */
  readonly wave: string
  /** The district that was asked about. */
  readonly areaId: number
  /** Who answered: a code of `RESPONDENT_GROUPS`, or the owner's own words. */
  readonly group: string
  /** 0–100. */
  readonly percent: number
  /** Half the width of the 95 % interval, percentage points; null where the owner gives none. */
  readonly marginPercent: number | null
  /** How many answered; null where the owner does not tell. */
  readonly answers: number | null
  /** Who asked, and in which survey. */
  readonly source: string
  /** The day on which the owner published it, `yyyy-mm-dd`; null where unknown. */
  readonly publishedOn: string | null
}

interface Words {
  readonly sv: string
  readonly en: string
}

/** What surveys commonly ask, in words that continue “… percent”. */
export const SURVEY_INDICATORS: Readonly<Record<string, Words>> = {
  'safe-outdoors-at-night': {
    sv: 'känner sig trygga utomhus i sitt område sent på kvällen',
    en: 'feel safe outdoors in their area late in the evening',
  },
  'avoided-a-place': {
    sv: 'har avstått från att gå till en plats i sitt område av otrygghet',
    en: 'have stayed away from a place in their area because it felt unsafe',
  },
}

/** Who answered, in words. */
export const RESPONDENT_GROUPS: Readonly<Record<string, Words>> = {
  all: { sv: 'alla som svarade', en: 'everybody who answered' },
  women: { sv: 'kvinnor', en: 'women' },
  men: { sv: 'män', en: 'men' },
  young: { sv: '16–24 år', en: '16–24 years' },
  elderly: { sv: '65 år och äldre', en: '65 years and older' },
}
