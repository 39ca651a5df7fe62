import type { Texts } from '../engine/texts.ts'

/** What is wrong with a call, as the end of "--option: …". */
export const USAGE_MESSAGES = {
  followedBy: (words: Texts): Texts => ({ sv: `följs av ${words.sv}`, en: `is followed by ${words.en}` }),
  oneFile: { sv: 'namnge precis en fil', en: 'exactly one file' },
  onePath: { sv: 'namnge en sökväg', en: 'one path' },
  isNeeded: { sv: 'behövs', en: 'is needed' },
  oneOf: (values: readonly string[]): Texts => ({
    sv: `är något av ${values.join(', ')}`,
    en: `is one of ${values.join(', ')}`,
  }),
  goesWith: (option: string): Texts => ({
    sv: `används bara med ${option}`,
    en: `goes with ${option}`,
  }),
  notWritten: (why: string): Texts => ({
    sv: `kan inte skrivas (${why}): välj en annan fil`,
    en: `cannot be written: ${why}; take another file`,
  }),
  numberOfImport: { sv: 'är numret på en import', en: 'is the number of an import' },
  wholeNumber: { sv: 'är ett heltal', en: 'is a whole number' },
  fieldAndText: {
    sv: 'är FÄLT=TEXT, till exempel operator=Staden',
    en: 'is FIELD=TEXT, for example operator=Staden',
  },
  date: { sv: 'är ett datum, till exempel 2020-07-01', en: 'is a date, for example 2020-07-01' },
  epsg: { sv: 'är en EPSG-kod, till exempel EPSG:3006', en: 'is an EPSG code, for example EPSG:3006' },
  mappingNeeded: { sv: 'behövs; --preview gissar en', en: 'is needed; --preview guesses one' },
  sourceInMapping: {
    sv: 'står i mappningen, när det finns en',
    en: 'stands in the mapping, when there is one',
  },
  declaredSource: {
    sv: 'används bara med en källa som en JSON-fil deklarerar',
    en: 'goes with a source that a JSON file declares',
  },
  optionsAlone: { sv: 'tar bara flaggor (--study FIL …)', en: 'takes options alone (--study FILE …)' },
  studyNeeded: {
    sv: 'behövs: en fil med stadens gräns',
    en: 'is needed: a file with the border of the city',
  },
  noRowWithoutSource: {
    sv: 'används med --source eller --mapping: ingen rad utan källa',
    en: 'goes with --source or --mapping: no row without a source',
  },
  url: {
    sv: 'är en http- eller https-adress, till exempel https://data.example.se/public',
    en: 'an http or https address, such as https://data.example.se/public',
  },
  whyTakenBack: { sv: 'behövs: varför den tas tillbaka', en: 'needed: why it is taken back' },
  boardDecision: {
    sv: '--board NAMN --decided-on 2026-03-01 --section 12, som det står i nämndens protokoll',
    en: '--board NAME --decided-on 2026-03-01 --section 12, as the minutes of the board say',
  },
  period: {
    sv: 'ange en period: 2026-Q1, 2025, places eller place/NUMMER/MÅNDAG',
    en: 'one period: 2026-Q1, 2025, places or place/NUMBER/MONDAY',
  },
  oneFolder: { sv: 'ange en mapp', en: 'one folder' },
  noFurtherWord: { sv: 'följs av inget mer', en: 'no further word' },
  numberInList: { sv: 'ange ett nummer, som det står i listan', en: 'one number, as the list has it' },
  oneName: { sv: 'namnge en organisation', en: 'the name of an organisation' },
  notToList: { sv: 'ges inte till list', en: 'is not given to list' },
  withChange: { sv: 'används bara med change', en: 'is taken with change alone' },
  oneIncident: { sv: 'är numret på en händelse', en: 'the number of one incident' },
  oneItem: { sv: 'är numret på en uppgift', en: 'the number of one item' },
  textFile: {
    sv: 'behövs: en fil med texten, som den står där',
    en: 'a file with the text, as it stands there',
  },
  whyItGoes: { sv: 'behövs: varför den tas bort, för loggen', en: 'why it goes, for the log' },
  placeName: {
    sv: 'behövs: namnet på en plats eller stadsdel',
    en: 'the name of a place or district',
  },
  outputFile: { sv: 'behövs: filen att skriva', en: 'the file to write' },
  oneAction: { sv: 'en sak i taget', en: 'one thing at a time' },
  oneOfThem: { sv: 'välj en av dem', en: 'one of them' },
  oneAddress: { sv: 'namnge en adress', en: 'one address' },
  oneReview: { sv: 'är numret på en prövning', en: 'the number of one review' },
} as const satisfies Readonly<Record<string, Texts | ((...args: never[]) => Texts)>>

/** What the frame of the command line says of a call. */
export const CALL_MESSAGES = {
  usage: {
    sv: 'Användning: lagesbild [--lang sv|en] KOMMANDO [ARGUMENT…]',
    en: 'Usage: lagesbild [--lang sv|en] COMMAND [ARGUMENT…]',
  },
  more: {
    sv: 'lagesbild KOMMANDO --help säger mer. Inställningar läses ur miljön; lagesbild doctor listar dem. Språket är skalets (LANG), eller det som --lang säger.\nSlutkoder: 0 klart, 1 felet ligger i indata, 2 i anropet, 3 i systemet.',
    en: 'lagesbild COMMAND --help tells more. Settings are read from the environment; lagesbild doctor lists them. The language is that of the shell (LANG), or what --lang says.\nExit codes: 0 done, 1 the input is at fault, 2 the call is, 3 the system.',
  },
  noCommand: (name: string): Texts => ({
    sv: `Det finns inget kommando ${name}; lagesbild --help räknar upp dem.`,
    en: `There is no command ${name}; lagesbild --help lists them.`,
  }),
  help: (name: string): Texts => ({
    sv: `lagesbild ${name} --help säger mer.`,
    en: `lagesbild ${name} --help tells more.`,
  }),
  unknownOption: (option: string): Texts => ({
    sv: `Flaggan ${option} finns inte.`,
    en: `There is no option ${option}.`,
  }),
  noValue: (option: string): Texts => ({
    sv: `Flaggan ${option} saknar sitt värde.`,
    en: `The option ${option} lacks its value.`,
  }),
  takesNoValue: (option: string): Texts => ({
    sv: `Flaggan ${option} tar inget värde.`,
    en: `The option ${option} takes no value.`,
  }),
  dashValue: (option: string): Texts => ({
    sv: `Värdet efter ${option} börjar med streck: skriv ${option}=VÄRDE om det är menat så.`,
    en: `The value after ${option} begins with a dash: write ${option}=VALUE if that is meant.`,
  }),
  given: (value: string): Texts => ({ sv: ` (angivet: ${value})`, en: ` (given: ${value})` }),
  unexpected: (word: string): Texts => ({
    sv: `${word} hör inte dit: kommandot tar bara flaggor.`,
    en: `${word} does not belong there: the command takes options alone.`,
  }),
} as const
