interface Messages {
  readonly sv: string
  readonly en: string
}

/** Names of groups of respondents. */
export const RESPONDENT_GROUPS: Readonly<Record<string, Messages>> = {
  all: { sv: 'alla som svarade', en: 'everybody who answered' },
  women: { sv: 'kvinnor', en: 'women' },
  men: { sv: 'män', en: 'men' },
  young: { sv: '16–24 år', en: '16–24 years' },
  elderly: { sv: '65 år och äldre', en: '65 years and older' },
}

/** Texts of common indicators, as continuation of “… percent”. */
export const SURVEY_INDICATORS: Readonly<Record<string, Messages>> = {
  'safe-outdoors-at-night': {
    sv: 'känner sig trygga utomhus i sitt område sent på kvällen',
    en: 'feel safe outdoors in their area late in the evening',
  },
  'avoided-a-place': {
    sv: 'har avstått från att gå till en plats i sitt område av otrygghet',
    en: 'have stayed away from a place in their area because it felt unsafe',
  },
}
