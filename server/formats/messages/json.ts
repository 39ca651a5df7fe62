import type { Texts } from '../../engine/texts.ts'

/** Why a JSON file is refused whole. */
export const JSON_MESSAGES = {
  collectionAmongRecords: (line: number, features: number): Texts => ({
    sv: `Rad ${line}: en hel FeatureCollection med ${features} objekt står bland posterna. Skicka den för sig, eller skriv dess objekt som poster.`,
    en: `Line ${line}: a whole FeatureCollection of ${features} features stands among the records. Send it by itself, or write its features as records.`,
  }),
  nothing: { sv: 'JSON-filen är tom: exportera den på nytt.', en: 'The JSON holds nothing: export it anew.' },
  cutBeforeRecords: {
    sv: 'JSON-filen är avhuggen före sin första post: hämta den på nytt.',
    en: 'The JSON is cut off before its first record: fetch it anew.',
  },
  cutAfterRecords: (line: number, records: number): Texts => ({
    sv: `JSON-filen är avhuggen på rad ${line}, efter ${records} poster: hämta den på nytt.`,
    en: `The JSON is cut off on line ${line}, after ${records} records: fetch it anew.`,
  }),
  cutInObject: (line: number): Texts => ({
    sv: `JSON-filen är avhuggen i det objekt som börjar på rad ${line}: hämta den på nytt.`,
    en: `The JSON is cut off in the object that begins on line ${line}: fetch it anew.`,
  }),
  longRecord: (maxCharacters: number): Texts => ({
    sv: `En post är längre än ${maxCharacters} tecken: förenkla dess geometri, eller dela upp den.`,
    en: `A feature is longer than ${maxCharacters} characters: simplify its geometry, or divide it.`,
  }),
  severalLists: (names: readonly string[]): Texts => ({
    sv: `JSON-filen har flera listor (${names.join(', ')}): skicka den med händelserna för sig.`,
    en: `The JSON holds several lists (${names.join(', ')}): send the one with the incidents by itself.`,
  }),
  badEnvelope: {
    sv: 'JSON-filen runt listan med poster är inte giltig: exportera den på nytt.',
    en: 'The JSON around the list of records is not valid: export it anew.',
  },
  unnamedLists: {
    sv: 'Posterna är listor utan namn på sina platser: lägg en lista med namn först, eller exportera posterna som objekt.',
    en: 'The records are lists without names for their places: put a list of names first, or export records as objects.',
  },
  topology: {
    sv: 'Filen är TopoJSON: exportera den som GeoJSON.',
    en: 'The file is TopoJSON: export it as GeoJSON.',
  },
  bareGeometry: {
    sv: 'Filen är bara en geometri: en FeatureCollection säger också när och vad.',
    en: 'The file is a bare geometry: a FeatureCollection says when and what as well.',
  },
  serviceError: {
    sv: 'Filen är ett felmeddelande från en tjänst: läs vad det säger och hämta filen på nytt.',
    en: 'The file is the error message of a service: read what it says and fetch the file again.',
  },
  noRecords: {
    sv: 'Filen är varken en FeatureCollection eller en JSON-lista, och har ingen lista med poster: exportera den som GeoJSON eller CSV.',
    en: 'The file is neither a FeatureCollection nor a JSON array, and holds no list of records: export it as GeoJSON or CSV.',
  },
  part: (records: number, sign: Texts): Texts => ({
    sv: `Filen är en del av något större: den har ${records} poster och säger ${sign.sv}. Hämta resten också, eller skriv i mappningen att delen räcker ("allowPartial": true).`,
    en: `The file is a part of more: it holds ${records} records and says ${sign.en}. Fetch the rest as well, or say in the mapping that the part is enough ("allowPartial": true).`,
  }),
  moreFollows: (sign: string): Texts => ({
    sv: `att mer följer (${sign})`,
    en: `that more follows (${sign})`,
  }),
  linkToNext: {
    sv: 'att mer följer (en länk "next")',
    en: 'that more follows (a link "next")',
  },
  onLine: (line: number, fault: Texts): Texts => ({
    sv: `Rad ${line}: ${fault.sv}.`,
    en: `Line ${line}: ${fault.en}.`,
  }),
  missingComma: (ordinal: number): Texts => ({
    sv: `efter post ${ordinal} i listan följer varken ett kommatecken eller listans slut`,
    en: `element ${ordinal} of the list is not followed by a comma or the end of the list`,
  }),
  doubleComma: (ordinal: number): Texts => ({
    sv: `listan har ett kommatecken för mycket efter post ${ordinal}`,
    en: `the list has a comma too many behind element ${ordinal}`,
  }),
  notAnObject: (text: string): Texts => ({
    sv: `listan har något som inte är ett objekt: ${text}`,
    en: `the list holds something that is not an object: ${text}`,
  }),
  followedBy: (line: number, text: string): Texts => ({
    sv: `Rad ${line}: något följer efter JSON-dokumentets slut (${text}…). En fil har ett dokument: skicka det som följer för sig.`,
    en: `Line ${line}: something follows the end of the JSON (${text}…). A file holds one document: send what follows by itself.`,
  }),
  followedByOther: (line: number, text: string): Texts => ({
    sv: `Rad ${line}: något som inte är ett objekt följer efter JSON-dokumentets slut (${text}…): ta bort det.`,
    en: `Line ${line}: something that is no object follows the end of the JSON (${text}…): take it out.`,
  }),
} as const
