import type { Texts } from '../engine/texts.ts'
import { OUTLINE_MESSAGES } from '../engine/geometry/outline-messages.ts'

/** What is said of a file of areas or premises. */
export const AREA_FILE_MESSAGES = {
  encodedTwice: {
    sv: 'Filens bokstäver är kodade i UTF-8 två gånger (Ã¶ för ö): namnen läses rätt. Be den som skrev filen att rätta exporten.',
    en: 'The letters of the file are encoded in UTF-8 twice over (Ã¶ for ö): names are read right. Ask whoever wrote the file to put its export right.',
  },
  noCollection: {
    sv: 'Filen är ingen FeatureCollection i GeoJSON med objekt: exportera den som en sådan.',
    en: 'The file is no GeoJSON FeatureCollection with features: export it as one.',
  },
  missingProperty: (name: string, known: string): Texts => ({
    sv: `Inget objekt har egenskapen ${name}; det finns ${known}.`,
    en: `No feature has the property ${name}; there is ${known}.`,
  }),
  badName: (ordinal: number, maxCharacters: number): Texts => ({
    sv: `Objekt ${ordinal}: ett namn är en text på högst ${maxCharacters} tecken utan styrtecken.`,
    en: `Feature ${ordinal}: a name is a text of at most ${maxCharacters} characters without control characters.`,
  }),
  badPeople: (ordinal: number, property: string, text: string, rule: Texts): Texts => ({
    sv: `Objekt ${ordinal}, ${property}: ${text} ${rule.sv}.`,
    en: `Feature ${ordinal}, ${property}: ${text} ${rule.en}.`,
  }),
  notANumber: { sv: 'är inget antal människor', en: 'is no number of people' },
  tornThousands: {
    sv: 'kan vara tusental som togs för decimaler: ange hela tal',
    en: 'may be thousands that were taken for decimals: give whole numbers',
  },
  partedThousands: (text: string, number: number): Texts => ({
    sv: `läst med tusental åtskilda: ${text} som ${number}`,
    en: `read with thousands parted: ${text} as ${number}`,
  }),
  of: (name: string, said: Texts): Texts => ({ sv: `${name}: ${said.sv}`, en: `${name}: ${said.en}` }),
  repeats: (ordinal: number, first: number): Texts => ({
    sv: `objekt ${ordinal} upprepar objekt ${first} och räknas en gång`,
    en: `feature ${ordinal} repeats feature ${first} and counts once`,
  }),
  overlaps: (ordinal: number, name: string): Texts => ({
    sv: `ligger till en del i objekt ${ordinal} (${name}): där räknas människorna två gånger; läs in ett av dem, eller en nivå i taget`,
    en: `lies in feature ${ordinal} (${name}) in part: people there count twice; import one of them, or one level at a time`,
  }),
  moreOverlaps: (areas: number): Texts => ({
    sv: `${areas} områden till ligger i andra: där räknas människorna två gånger`,
    en: `${areas} more areas lie in others: people there count twice`,
  }),
  sharedOutline: (ordinal: number, name: string): Texts => ({
    sv: `har en egen gräns; objekt ${ordinal} (${name}) har samma`,
    en: `has an outline of its own; feature ${ordinal} (${name}) has the same`,
  }),
  nothingUsable: (name: string, rule: Texts, others: number): Texts => ({
    sv: `${name}: ytan måste vara en som ${rule.sv}${others > 0 ? ` (och ${others} till)` : ''}; inget importerades.`,
    en: `${name}: the geometry breaks the rule that it ${rule.en}${others > 0 ? ` (and ${others} more)` : ''}; nothing was imported.`,
  }),
  premises: {
    sv: 'är en punkt, eller så går gränsen inte att använda',
    en: 'is a Point, or the outline that it has cannot be used',
  },
  point: { sv: 'är en punkt', en: 'is a Point' },
  line: { sv: 'är en linje (LineString)', en: 'is a LineString or a MultiLineString' },
  outOfReach: OUTLINE_MESSAGES.outOfReach,
  named: { sv: 'har ett namn', en: 'has a name' },
  badRank: (ordinal: number, property: string, text: string): Texts => ({
    sv: `Objekt ${ordinal}, ${property}: ${text} är inget heltal från 1 (visas på håll) till 5 (bara nära).`,
    en: `Feature ${ordinal}, ${property}: ${text} is no whole number from 1 (shown from afar) to 5 (only close by).`,
  }),
  badPremises: (name: string, rule: Texts): Texts => ({
    sv: `${name}: platsen måste vara en som ${rule.sv}.`,
    en: `${name}: the geometry breaks the rule that it ${rule.en}.`,
  }),
  rejected: (feature: number, name: string, rule: Texts): Texts => ({
    sv: `objekt ${feature}, ${name}: avvisat, det måste vara ett som ${rule.sv}`,
    en: `feature ${feature}, ${name}: rejected, it must be one that ${rule.en}`,
  }),
  imported: (imported: number, unchanged: number): Texts => ({
    sv: `${imported} områden importerade, ${unchanged} kända redan.`,
    en: `${imported} areas imported, ${unchanged} known already.`,
  }),
  optionsJson: {
    sv: 'måste vara JSON och komma före filen',
    en: 'must be JSON and come before the file',
  },
  validToFirst: { sv: 'får inte vara före validFrom', en: 'must not be before validFrom' },
  ofContext: (kind: string): Texts => ({
    sv: `sägs om bakgrundskartan, inte om slaget ${kind}`,
    en: `is told of the background map, not of kind ${kind}`,
  }),
  ofAreas: (kind: string): Texts => ({
    sv: `sägs om områden, inte om slaget ${kind}`,
    en: `is told of areas, not of kind ${kind}`,
  }),
} as const
