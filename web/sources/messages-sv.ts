/** Messages of the data behind the figures, in Swedish. */
export const sourceSv = {
  sourceAccess: {
    title: 'Källor',
    lead: 'Vilka som får läsa vad, och på vilken grund. Det som en nämnd inte får läsa nämns med namn för den, och ingår inte i dess siffror.',
    none: 'Inga källor är registrerade ännu.',
    source: 'Källa',
    boards: 'Vilka nämnder får läsa den?',
    parties: 'Parter ser utgåvor',
    documents: 'Handlingar citerar',
    allBoards: 'Alla nämnder',
    onlyNamed: 'Bara de som nämns här',
    unknownBoard: 'En organisation som tagits bort',
    groundOf: (name: string) => `${name}: på vilken grund?`,
    remove: 'Ta bort',
    removeOf: (name: string) => `Ta bort ${name}`,
    addBoard: 'Lägg till en nämnd',
    chooseBoard: 'Välj …',
    noBoards: 'Det finns inga organisationer än. Lägg till dem i administrationen först.',
    noneNamed: 'Välj minst en nämnd och skriv grunden för var och en, eller låt alla nämnder läsa.',
    changedMeanwhile:
      'Någon annan har ändrat vilka som får läsa källan medan du skrev. Det du valde står kvar här. Spara igen om det ska gälla i stället.',
    savedMeanwhile: (boards: string, parties: string, documents: string) =>
      `Sparat av någon annan: ${boards}. Parter ser utgåvor: ${parties}. Handlingar citerar: ${documents}.`,
    closed: 'I den påhittade staden ändras inga källor.',
    forParties: 'Parterna får se den i utgåvor för sin plats',
    citable: 'Handlingar får citera publicerade siffror ur den',
    released: 'Det gäller från nu. Utgåvor som redan är publicerade ändras inte.',
    controller: 'Personuppgiftsansvarig',
    legalBasis: 'Rättslig grund',
    purpose: 'Ändamål',
    yes: 'Ja',
    no: 'Nej',
    change: 'Ändra',
    changeOf: (title: string) => `Ändra vilka som får läsa ${title}`,
    save: 'Spara',
    toAccess: 'Vilka som får läsa källorna',
  },
  data: {
    title: 'Uppgifterna',
    through: (date: string) => `Uppgifter till och med ${date}`,
    counted: (days: string) => `På kartan räknas ${days}`,
    fromTheFirst: (last: string) => `från början till och med ${last}`,
    nothingYet: 'Ännu finns inga händelser som planerare och samordnare får se.',
    asOf: (date: string) => `Siffrorna är från ${date}.`,
    next: (date: string) => `Nästa gång: ${date}.`,
    nextByHand: (date: string) => `De nästa tas fram för hand, tidigast ${date}.`,
    none: 'Inga källor är registrerade ännu.',
    howToBegin:
      'Kartan fylls när händelser har lästs in, med kommandot lagesbild import eller genom API:et. Källan anges i samma steg.',
  },
}

/** The shape of these messages in every language. */
export type SourceMessages = typeof sourceSv
