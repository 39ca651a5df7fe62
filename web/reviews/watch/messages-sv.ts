/** Words of the watch over reviews in Swedish. */
export const watchSv = {
  changed: (count: number) =>
    count === 1
      ? 'Sedan underlaget gjordes har en slutsats ändrats'
      : `Sedan underlaget gjordes har ${count} slutsatser ändrats`,
  brief: (count: number) => (count === 1 ? 'En slutsats har ändrats' : `${count} slutsatser har ändrats`),
  lead: (computed: string) =>
    `Samma prövning är gjord igen på uppgifterna som de är nu. Underlaget från ${computed} står kvar som det är tills någon räknar om det.`,
  asOf: (day: string) =>
    `Händelser är räknade som de var ${day}, när månadens uppgifter togs fram. Register räknas som de är nu.`,
  kinds: { added: 'Ny', removed: 'Borta', verdict: 'Annan slutsats', figures: 'Andra tal' },
  before: 'Underlaget',
  now: 'Nu',
  none: 'Finns inte',
  failed: 'Underlaget kunde inte jämföras med dagens uppgifter. Läs in sidan igen om en stund.',
  failedBriefly: 'Kunde inte jämföras med dagens uppgifter',
  otherMethod:
    'Underlaget är räknat med en tidigare version av metoden och jämförs inte med dagens uppgifter. Räkna om det för att få det jämfört.',
}

/** The same words in another language. */
export type WatchMessages = typeof watchSv
