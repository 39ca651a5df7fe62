import type { Texts } from '../../engine/texts.ts'

/** What a person is asked of a city, and told of what came of it. */
export const CITY_MESSAGES = {
  name: { sv: 'Stadens namn: ', en: 'Name of the city: ' },
  crs: (usual: string): Texts => ({
    sv: `EPSG-kod för dess koordinatsystem (${usual}): `,
    en: `EPSG code of its coordinate system (${usual}): `,
  }),
  timezone: (usual: string): Texts => ({ sv: `Tidszon (${usual}): `, en: `Time zone (${usual}): ` }),
  study: {
    sv: 'Fil med stadens gräns (studieområdet): ',
    en: 'File with the border of the city (study area): ',
  },
  water: { sv: 'Fil med vatten (Enter = ingen): ', en: 'File of waters (Enter = none): ' },
  district: { sv: 'Fil med stadsdelar (Enter = ingen): ', en: 'File of districts (Enter = none): ' },
  base: {
    sv: 'Fil med statistikområden och invånare (Enter = ingen): ',
    en: 'File of statistical areas with residents (Enter = none): ',
  },
  nameProperty: {
    sv: '  egenskapen med namn (Enter = ingen): ',
    en: '  the property that holds names (Enter = none): ',
  },
  residentsProperty: {
    sv: '  egenskapen med invånare (Enter = ingen): ',
    en: '  the property that holds residents (Enter = none): ',
  },
  baseMap: {
    sv: 'PMTiles-fil med en bakgrundskarta (Enter = ingen): ',
    en: 'PMTiles file of a base map (Enter = none): ',
  },
  source: {
    sv: 'JSON-fil som deklarerar den första källan (Enter = ingen än): ',
    en: 'JSON file that declares the first source (Enter = none yet): ',
  },
  incidents: {
    sv: 'Fil med dess händelser (Enter = ingen än): ',
    en: 'File of its incidents (Enter = none yet): ',
  },
  noSource: (path: string, faults: string): Texts => ({
    sv: `${path} deklarerar ingen källa: ${faults}. Den är JSON med id, controller, legalBasis, purpose och retentionDays.`,
    en: `${path} declares no source: ${faults}. It is JSON with id, controller, legalBasis, purpose and retentionDays.`,
  }),
  itself: { sv: 'den', en: 'it' },
  hasSettings: (file: string): Texts => ({
    sv: `${file} har inställningarna redan.`,
    en: `${file} has the settings already.`,
  }),
  newSettings: (file: string, settings: string): Texts => ({
    sv: `${file} har nu ${settings}.`,
    en: `${file} has ${settings}.`,
  }),
  areas: (path: string, kind: string, imported: number, unchanged: number): Texts => ({
    sv: `${path}: ${imported} områden av slaget ${kind} inlästa, ${unchanged} fanns redan.`,
    en: `${path}: ${imported} areas of kind ${kind} imported, ${unchanged} known already.`,
  }),
  declared: (source: string): Texts => ({
    sv: `Källan ${source} är deklarerad.`,
    en: `The source ${source} is declared.`,
  }),
  notTaken: {
    sv: 'Händelserna är inte inlästa än, allt annat är det: lagesbild import FIL --preview --save-mapping mapping.json fortsätter härifrån.',
    en: 'The incidents are not taken in yet, everything else is: lagesbild import FILE --preview --save-mapping mapping.json goes on from here.',
  },
  theCity: { sv: 'staden', en: 'the city' },
  mapIsThere: (name: string): Texts => ({
    sv: `Kartan över ${name} finns: npm start (eller lagesbild serve) visar den, och skriver ut administratörens första länk.`,
    en: `The map of ${name} is there: npm start (or lagesbild serve) shows it, and prints the administrator’s first link.`,
  }),
  missing: (what: string, way: string): Texts => ({
    sv: `Saknas än, ${what}: ${way}`,
    en: `Still missing, ${what}: ${way}`,
  }),
} as const
