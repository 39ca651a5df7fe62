import type { Missing } from './missing.ts'

interface MissingMessages {
  /** Names of missing layers, as listed. */
  readonly names: Readonly<Record<Missing, string>>
  /** How to add each missing layer. */
  readonly ways: Readonly<Record<Missing, string>>
  readonly lacks: (names: readonly string[]) => string
}

const listed = (language: string) => new Intl.ListFormat(language, { type: 'conjunction' })

const sv: MissingMessages = {
  names: {
    'base-map': 'bakgrundskarta',
    'study-area': 'stadens gräns',
    water: 'vatten',
    districts: 'stadsdelar',
    'base-areas': 'statistikområden',
    incidents: 'händelser',
  },
  ways: {
    'base-map': 'BASEMAP_PMTILES eller BASEMAP_STYLE_URL anger en',
    'study-area': 'lagesbild areas import FIL --kind study',
    water: 'lagesbild areas import FIL --kind water',
    districts: 'lagesbild areas import FIL --kind district',
    'base-areas': 'lagesbild areas import FIL --kind base',
    incidents: 'lagesbild import FIL --preview',
  },
  lacks: (names) => `Kartan saknar ${listed('sv').format(names)}.`,
}

const en: MissingMessages = {
  names: {
    'base-map': 'a base map',
    'study-area': 'the study area',
    water: 'water',
    districts: 'districts',
    'base-areas': 'statistical areas',
    incidents: 'incidents',
  },
  ways: {
    'base-map': 'BASEMAP_PMTILES or BASEMAP_STYLE_URL names one',
    'study-area': 'lagesbild areas import FILE --kind study',
    water: 'lagesbild areas import FILE --kind water',
    districts: 'lagesbild areas import FILE --kind district',
    'base-areas': 'lagesbild areas import FILE --kind base',
    incidents: 'lagesbild import FILE --preview',
  },
  lacks: (names) => `The map lacks ${listed('en').format(names)}.`,
}

/** Messages about missing layers. */
export const MISSING_MESSAGES = { sv, en } as const
