import type { Texts } from '../engine/texts.ts'
import type { RejectReason } from '../formats/source-row.ts'

/** Why an import of incidents is refused, fails or cannot be undone. */
export const IMPORT_MESSAGES = {
  exchangedAxes: {
    sv: 'De flesta rader har koordinaterna omkastade (swapped-axes): byt plats på columns.x och columns.y i mappningen; x är öst eller longitud (för ett par i columns.position: ange positionOrder).',
    en: 'Most rows have their coordinates exchanged (swapped-axes): exchange columns.x and columns.y in the mapping; x is the easting or longitude (of a pair in columns.position: name positionOrder).',
  },
  undecodable: {
    sv: 'De flesta rader har tecken som teckenkodningen inte känner (undecodable): ange rätt teckenkodning i mappningen (csv.encoding), till exempel latin1 eller windows-1252.',
    en: 'Most rows hold bytes that the encoding does not know (undecodable): name the right one in the mapping (csv.encoding), for example latin1 or windows-1252.',
  },
  otherDates: (column: string, field: string, timeOfDay: string, inFirstRows: boolean): Texts => ({
    sv: `Kolumn ${column}: tiderna i ${inFirstRows ? 'de första raderna' : 'de flesta rader, men inte i de första,'} är ${timeOfDay}, som i en kolumn av datum. Säg i mappningen om det är datum: "unknownTimes": {"${field}": "${timeOfDay}"}, eller null om det är tider.`,
    en: `Column ${column}: the times of ${inFirstRows ? 'the first rows' : 'most rows, but not of the first ones'} are ${timeOfDay}, as of dates. Say in the mapping whether these are dates: "unknownTimes": {"${field}": "${timeOfDay}"}, or null for times.`,
  }),
  waiting: {
    sv: 'Andra importer väntar redan; försök igen när de är klara.',
    en: 'Other imports are waiting already; try again when they are done.',
  },
  stopped: {
    sv: 'Importen stoppades innan den var klar.',
    en: 'The import was stopped before its end.',
  },
  interrupted: {
    sv: 'Importen avbröts, för databasen försvann.',
    en: 'The import was interrupted, because the database went away.',
  },
  failed: {
    sv: 'Importen misslyckades; loggen säger varför.',
    en: 'The import failed; the log says why.',
  },
  notStarted: { sv: 'Importen kunde inte påbörjas.', en: 'The import could not be begun.' },
  processEnded: {
    sv: 'Processen som körde importen tog slut innan den var klar.',
    en: 'The process that ran the import ended before it was done.',
  },
  onlyDoneIsUndone: (id: number, state: ImportStateName): Texts => ({
    sv: `Import ${id} är ${IMPORT_STATES[state].sv}; bara en som är klar kan ångras.`,
    en: `Import ${id} is ${IMPORT_STATES[state].en}; only one that is done can be undone.`,
  }),
  notDone: (id: number): Texts => ({
    sv: `Import ${id} är inte klar, så den kan inte ångras.`,
    en: `Import ${id} is not done, so it cannot be undone.`,
  }),
  embeddedLimit: (max: number): Texts => ({
    sv: `Filen har fler än ${max} rader, det mesta som den inbyggda databasen tar på en gång: sätt DATABASE_URL till en PostGIS-databas för den.`,
    en: `The file has more than ${max} rows, the most that the embedded database takes at once: set DATABASE_URL to a PostGIS database for it.`,
  }),
  unitColumns: (missing: string, columns: string): Texts => ({
    sv: `En tabell med summor behöver kolumnerna month, category, count, och i och j eller area; denna saknar ${missing}. Den har ${columns}.`,
    en: `A table of sums needs the columns month, category, count, and i and j or area; this one lacks ${missing}. It has ${columns}.`,
  }),
  parquetUnguessed: {
    sv: 'För en Parquetfil gissas ingen mappning: ange en.',
    en: 'No mapping is guessed for a Parquet file: give one.',
  },
  noColumn: (name: string, columns: string): Texts => ({
    sv: `filen har ingen kolumn ${name}; den har ${columns}`,
    en: `the file has no column ${name}; it has ${columns}`,
  }),
  unknownSource: {
    sv: 'är ingen känd källa; beskriv den i mappningen: {"id", "controller", "legalBasis", "purpose", …} i stället för dess id',
    en: 'is not a known source; declare it in the mapping: {"id", "controller", "legalBasis", "purpose", …} instead of its id',
  },
  undecided: {
    sv: 'är inte bestämt: skriv en av de läsningar som förhandsvisningen nämner, till exempel d/M/yyyy',
    en: 'is not decided: put one of the readings that the preview names, for example d/M/yyyy',
  },
  mappingFirst: { sv: 'måste komma före filen', en: 'must come before the file' },
  mappingJson: { sv: 'måste vara JSON', en: 'must be JSON' },
} as const

export type ImportStateName = keyof typeof IMPORT_STATES

/** The states of an import, as the end of "the import is …". */
export const IMPORT_STATES = {
  reading: { sv: 'under läsning', en: 'reading' },
  merging: { sv: 'under inläggning', en: 'merging' },
  done: { sv: 'klar', en: 'done' },
  failed: { sv: 'misslyckad', en: 'failed' },
  undone: { sv: 'ångrad', en: 'undone' },
} as const

/** Why a row is rejected, as the end of "in a row …". */
export const REJECT_WORDS: Readonly<Record<RejectReason, { readonly sv: string; readonly en: string }>> = {
  'no-position': { sv: 'saknas platsen', en: 'the position is missing' },
  'bad-position': { sv: 'går platsen inte att läsa', en: 'the position cannot be read' },
  'far-away': { sv: 'ligger platsen för långt från staden', en: 'the position lies too far from the city' },
  'unknown-area': { sv: 'är området inte känt', en: 'the area is not known' },
  'swapped-axes': { sv: 'är koordinaterna omkastade', en: 'the coordinates are exchanged' },
  'no-time': { sv: 'saknas tiden', en: 'the time is missing' },
  'bad-time': { sv: 'går tiden inte att läsa', en: 'the time cannot be read' },
  'time-order': { sv: 'är slutet före början', en: 'the end is before the beginning' },
  'past-retention': {
    sv: 'är händelsen äldre än källan sparas',
    en: 'the incident is past the retention of its source',
  },
  'unknown-category': { sv: 'är typen inte med i mappningen', en: 'the type is not in the mapping' },
  'no-category': { sv: 'saknas typen', en: 'the type is missing' },
  'unknown-precision': {
    sv: 'är noggrannheten inte med i mappningen',
    en: 'the precision is not in the mapping',
  },
  'unknown-setting': { sv: 'är miljön inte med i mappningen', en: 'the setting is not in the mapping' },
  'unknown-flag': { sv: 'är flaggan inte med i mappningen', en: 'the flag is not in the mapping' },
  'conflicting-id': {
    sv: 'har ett id som upprepas annat innehåll',
    en: 'an id comes again with other content',
  },
  'malformed-row': { sv: 'stämmer raden inte med rubriken', en: 'the row does not fit the header' },
  undecodable: {
    sv: 'finns tecken som inte kan läsas: fel teckenkodning',
    en: 'there are characters that cannot be read: the encoding is wrong',
  },
  'too-long': { sv: 'är en text för lång', en: 'a text is too long' },
}
