/** Messages of what the releases say, in Swedish. */
export const releaseSv = {
  reported: {
    theArea: 'området',
    title: 'Anmält',
    lead: 'En mening för varje slags händelse. De läggs aldrig ihop.',
    inPeriod: (period: string) => `I ${period}`,
    inYear: (year: string) => `Under ${year}`,
    count: (when: string, count: string, what: string, to: string, area: string) =>
      `${when} anmäldes omkring ${count} ${what} ${to} i ${area}.`,
    few: (when: string, what: string, to: string, area: string) =>
      `${when} anmäldes färre än 5 ${what} ${to} i ${area}.`,
    withheld: (when: string, what: string, to: string, area: string) =>
      `${when}: antalet ${what} ${to} i ${area} visas inte, för att andra uppgifter inte ska kunna räknas fram.`,
    notCovered: (when: string, what: string, to: string, area: string) =>
      `${when}: uppgifterna om ${what} ${to} täcker inte hela ${area} eller hela tiden. Kan inte jämföras.`,
    what: {
      people: 'händelser med våld eller hot',
      property: 'egendomsbrott',
      order: 'ordningsstörningar',
      environment: 'brister i skötseln',
    } as Readonly<Record<string, string>>,
    /** A register's own term: the city receives reports of damage, not of crimes. */
    whatElse: { city_property: 'skador och klotter' } as Readonly<Record<string, string>>,
    includes: {
      people: 'misshandel, hot, rån och vapen utomhus och i offentliga lokaler',
      property: 'stöld, inbrott, skadegörelse, klotter och brand',
      order: 'narkotika, fylleri, störningar och buskörning',
      environment: 'nedskräpning och trasig belysning',
    } as Readonly<Record<string, string>>,
    subjects: {
      dwelling: 'I bostäder (våld, hot och annat)',
      'violence-unknown-setting': 'Våld där platsen inte är känd',
      elder_crime: 'Äldringsbrott',
      elder: 'Äldringsbrott',
      hate: 'Hatbrott',
      child: 'Brott mot barn',
      domestic: 'Våld i nära relation',
    } as Readonly<Record<string, string>>,
    reportedTo: (what: string, to: string) => `${what} anmälda ${to}`,
    to: { police: 'till polisen', city: 'till staden', other: 'till andra' },
    includesTitle: 'Vad räknas hit?',
    fewTitle: 'Varför ”färre än 5”?',
    fewText:
      'Noll, en, två, tre och fyra visas på samma sätt, så att ingen enskild person ska kunna pekas ut. Övriga antal är avrundade till närmaste 5, vart och ett för sig.',
    caveat:
      'Anmälda händelser är inte detsamma som brott, och inte detsamma som otrygghet. Där många bor, arbetar eller går ut anmäls mer. Små skillnader mellan perioder är ofta slump.',
    none: 'Inget är publicerat om anmälningar i området.',
  },
  periods: {
    title: 'Period för period',
    caption: (area: string) => `Anmälda händelser i ${area}, avrundade till närmaste 5.`,
    kind: 'Slag och mottagare',
    quarters: 'Kvartal',
    years: 'År',
    few: 'färre än 5',
    notCovered: 'kan inte jämföras',
    withheld: 'visas inte',
    absent: '–',
    register: { police: 'polisen', city: 'staden', other: 'andra' },
    yearsNote: 'Våld och hot redovisas bara per år, eftersom det är få.',
    quarter: (quarter: string, year: string) => `kv ${quarter} ${year}`,
    shortQuarter: (quarter: string, year: string) => `kv ${quarter} ’${year}`,
  },
  trend: {
    title: 'Över tid',
    wholeCity: 'hela staden',
    ratesLead:
      'Per 1 000 boende, räknat på de publicerade antalen, som är avrundade till närmaste 5, och på de boende som publiceringen anger. Hela staden är områdena tillsammans.',
    countsLead: 'Publicerade antal, avrundade till närmaste 5.',
    caveat:
      'Öppna ringar: färre än 5, alltså mellan 0 och 4. Avbrott i linjen: visas inte eller kan inte jämföras. Området och staden skiljer sig i mycket annat än trygghet, som hur många som kommer dit.',
    perResidents: 'per 1 000 boende',
    count: 'antal',
    asTable: 'Som tabell',
    period: 'Period',
    fromTo: (name: string, first: string, from: string, last: string, to: string) =>
      `${name}: ${first} i ${from} och ${last} i ${to}.`,
    oneValue: (name: string, value: string, when: string) => `${name}: ${value} i ${when}.`,
    noValues: (name: string) => `${name}: inga tal att visa.`,
    fewPeriods: (count: string) => `Perioder med färre än 5: ${count}.`,
    gapPeriods: (count: string) => `Perioder som inte visas: ${count}.`,
  },
  publicMap: {
    title: 'Karta',
    label: 'Karta över områdena. Listan över områden har samma uppgifter.',
    show: 'Visa kartan',
    attribution: 'Visa eller dölj vems bakgrundskartan är',
    gestures: {
      wheel: 'Håll ned Ctrl och rulla för att zooma i kartan',
      wheelMac: 'Håll ned ⌘ och rulla för att zooma i kartan',
      fingers: 'Flytta kartan med två fingrar',
    },
    loading: 'Kartan hämtas',
    failed: 'Kartan kunde inte visas. Tabellen och listan säger detsamma.',
    what: 'Vad kartan visar',
    change: 'Ändra vad kartan visar',
    units: 'Hur det visas',
    rates: 'Per 1 000 boende',
    counts: 'Antal, som cirklar',
    hexes: 'Rutor om 400 m',
    hexesNote: (year: string) =>
      `Rutor visas per år (${year}) och bara där minst 10 händelser är spridda på minst fem platser. En ruta utan färg är inte bevisat lugn.`,
    ratesNote:
      'Ungefärliga tal: antalet är avrundat till närmaste 5 och delat med dem som bor i området enligt publiceringen. De som arbetar, handlar eller går ut där är inte med i nämnaren, så i centrum och vid stationer blir talet högt.',
    countsNote:
      'Cirkelns yta följer antalet anmälda händelser i hela området, avrundat till närmaste 5. Större områden med fler boende och besökare har fler.',
    perResidents: (title: string) => `${title}, per 1 000 boende`,
    legendUnder: (to: string) => `under ${to}`,
    noResidents: 'boende okända',
    asTable: 'Samma uppgifter som tabell',
    tableNote: 'I bokstavsordning. Antal avrundade till närmaste 5; tal per 1 000 boende räknade på dem.',
    area: 'Område',
    count: 'Antal',
    residents: 'Boende',
    hexesTable: 'Rutorna som tabell (CSV)',
    legendFew: 'färre än 5',
    legendRange: (from: string, to: string) => `${from}–${to}`,
    legendBelow: (from: string, to: string) => `${from} till under ${to}`,
    legendFrom: (from: string) => `${from} och fler`,
    legendNotCovered: 'kan inte jämföras',
    legendWithheld: 'visas inte',
    legendNotShown: 'visas inte: få händelser eller få platser',
    chosen: 'Valt område',
    cameras: 'Bevakade zoner',
    guards: 'Ordningsvakter, tillståndsområden',
    focus: 'Fokusområden',
    alsoShow: 'Visa också',
  },
}

/** The shape of these messages in every language. */
export type ReleaseMessages = typeof releaseSv
