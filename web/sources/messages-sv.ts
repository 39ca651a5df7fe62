/** Words of the data behind the figures, in Swedish. */
export const sourceSv = {
  data: {
    title: 'Uppgifterna',
    through: (date: string) => `Uppgifter till och med ${date}`,
    counted: (days: string) => `På kartan räknas ${days}`,
    fromTheFirst: (last: string) => `från början till och med ${last}`,
    asOf: (date: string) => `Siffrorna är från ${date}.`,
    next: (date: string) => `Nästa gång: ${date}.`,
    nextByHand: (date: string) => `De nästa tas fram för hand, tidigast ${date}.`,
    none: 'Inga källor är registrerade ännu.',
    howToBegin:
      'Kartan fylls när händelser har lästs in, med kommandot lagesbild import eller genom API:et. Källan anges i samma steg.',
  },
}

/** The same words in another language. */
export type SourceMessages = typeof sourceSv
