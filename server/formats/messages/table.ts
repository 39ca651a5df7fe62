import type { Texts } from '../../engine/texts.ts'

const QUOTES: Readonly<Record<string, string>> = {
  'a quote is opened and not closed': 'ett citattecken öppnas och stängs inte',
  'text follows a closing quote': 'text följer på ett stängt citattecken',
}

/** Why a table (CSV, workbook, Parquet) is refused whole. */
export const TABLE_MESSAGES = {
  noHeader: {
    sv: 'Filen har ingen rubrikrad: skriv kolumnernas namn på första raden.',
    en: 'The file holds no header row: put the names of the columns on its first line.',
  },
  dataForHeader: (line: number): Texts => ({
    sv: `Rad ${line} ser ut som data och inte som en rubrik, och ingen rad ovanför namnger kolumnerna: skriv deras namn där.`,
    en: `Line ${line} looks like data and not like a header, and no line above the rows names the columns: put their names there.`,
  }),
  /** @param fault of a row, as the reader of CSV says it */
  faultyHeader: (fault: string): Texts => ({
    sv: `Rubrikraden: ${QUOTES[fault] ?? fault}.`,
    en: `The header row: ${fault}.`,
  }),
  undecodableHeader: {
    sv: 'Rubrikraden har tecken som teckenkodningen inte känner: ange rätt teckenkodning i mappningen (csv.encoding).',
    en: 'The header row holds bytes that the encoding does not know: name the right one in the mapping (csv.encoding).',
  },
  repeatedColumn: (column: string): Texts => ({
    sv: `Rubriken har två kolumner som heter ${column}: döp om den ena.`,
    en: `The header names the column ${column} twice: rename one of them.`,
  }),
  longLine: (line: number, maxCharacters: number): Texts => ({
    sv: `Rad ${line} är längre än ${maxCharacters} tecken, så detta är knappast en CSV-fil: exportera den på nytt som CSV.`,
    en: `Line ${line} is longer than ${maxCharacters} characters: this is hardly a CSV file; export it anew as CSV.`,
  }),
  manyColumns: (count: number, max: number): Texts => ({
    sv: `Filen har ${count} kolumner; högst ${max} läses: ta bort dem som inte behövs.`,
    en: `The file has ${count} columns; at most ${max} are read: leave out those that are not needed.`,
  }),
  manyRows: (count: number, max: number): Texts => ({
    sv: `Filen har ${count} rader; högst ${max} läses: dela upp den.`,
    en: `The file has ${count} rows; at most ${max} are read: divide it.`,
  }),
  muchText: {
    sv: 'Excel-arbetsboken har för mycket text: spara bladet som CSV.',
    en: 'The Excel workbook holds too much text: save its sheet as CSV.',
  },
  encoding: {
    sv: 'är ingen känd teckenkodning; vanliga är utf-8, latin1, windows-1252, cp949',
    en: 'is not a known encoding; common ones are utf-8, latin1, windows-1252, cp949',
  },
  timeFormat: (numbers: string): Texts => ({
    sv: `är iso, month, ${numbers}, eller ett mönster av yyyy yy MMM MM M dd d HH H Hmm hh h mm m ss s S a XXX EEE Q YYYY ww med åtminstone ett år`,
    en: `is iso, month, ${numbers}, or a pattern of yyyy yy MMM MM M dd d HH H Hmm hh h mm m ss s S a XXX EEE Q YYYY ww with at least a year`,
  }),
} as const

/** Why a Parquet file is refused. */
export const PARQUET_MESSAGES = {
  unreadable: (why: Texts): Texts => ({
    sv: `Parquetfilen går inte att läsa: ${why.sv}. Skriv den på nytt, eller spara som CSV.`,
    en: `The Parquet file cannot be read: ${why.en}. Write it anew, or save it as CSV.`,
  }),
  muchMemory: {
    sv: 'det tar för mycket minne att avkoda den',
    en: 'decoding it took too much memory',
  },
  muchTime: (seconds: number): Texts => ({
    sv: `en del av den tog längre än ${seconds} s`,
    en: `a part of it took longer than ${seconds} s`,
  }),
  damagedGroup: {
    sv: 'En radgrupp i filen är skadad: hämta eller skriv filen på nytt.',
    en: 'A row group of the file is damaged: fetch or write the file anew.',
  },
  largeGroup: (what: Texts, maxRows: number): Texts => ({
    sv: `En radgrupp i filen har ${what.sv}: skriv den med högst ${maxRows} rader per radgrupp.`,
    en: `A row group of the file holds ${what.en}: write it with at most ${maxRows} rows a row group.`,
  }),
  groupRows: (rows: bigint): Texts => ({ sv: `${rows} rader`, en: `${rows} rows` }),
  groupBytes: { sv: 'mer än 128 MB av en kolumn', en: 'over 128 MB of one column' },
  codec: (codec: string, readable: readonly string[]): Texts => ({
    sv: `Filen är packad med ${codec}: skriv den med någon av ${readable.join(', ')}.`,
    en: `The file is packed with ${codec}: write it with one of ${readable.join(', ')}.`,
  }),
  shortColumn: (column: string): Texts => ({
    sv: `Kolumnen ${column} slutar i förtid: hämta eller skriv filen på nytt.`,
    en: `The column ${column} of the file ends early: fetch or write the file anew.`,
  }),
  burstingPage: {
    sv: 'En sida i filen packas upp till mer än 128 MB: skriv den med mindre sidor.',
    en: 'A page of the file unpacks to over 128 MB: write it with smaller pages.',
  },
} as const
