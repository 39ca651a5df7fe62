/** The words that all rooms share, in Swedish. The English table has the same keys: its type is this one. */
export const sv = {
  app: {
    name: 'Lägesbild',
    tagline: 'Var händelser anmäls, räknat så att det går att ifrågasätta',
    demo: 'Exempelstad – påhittade data',
    skip: 'Hoppa till innehållet',
    switchLanguage: 'In English',
    about: 'Så räknas det',
    close: 'Stäng',
    back: 'Tillbaka',
    loading: 'Hämtar …',
    retry: 'Försök igen',
    panels: 'Arbetsytor',
    tabs: { map: 'Karta', proposal: 'Förslag', table: 'Tabell' },
    sheetMore: 'Visa mer av panelen',
    sheetLess: 'Visa mer av kartan',
    signIn: 'Logga in',
    menu: 'Inställningar',
    accessibility: 'Tillgänglighetsredogörelse',
  },
  errors: {
    title: 'Det gick inte',
    codes: {
      offline: 'Servern svarar inte. Kontrollera anslutningen. Det du har skrivit finns kvar.',
      unexpected: 'Ett oväntat fel uppstod på servern.',
      'invalid-parameter': 'Urvalet går inte att räkna på.',
      'invalid-body': 'Det som skickades går inte att läsa.',
      'invalid-geometry': 'Området går inte att använda.',
      'not-found': 'Det som söktes finns inte.',
      forbidden: 'Du har inte rätt att se detta.',
      'second-person': 'Det här görs av en annan person än den som har skrivit.',
      unauthenticated: 'Du var utloggad, så inget sparades. Det du har skrivit finns kvar: försök igen.',
      conflict: 'Det går inte som läget är nu. Något kan ha ändrats under tiden: läs in sidan på nytt.',
      gone: 'Det som söktes är återkallat.',
      'too-large': 'Det är för stort.',
      unprocessable: 'Det går inte att räkna på detta.',
      'rate-limited': 'För många frågor på kort tid. Vänta en stund.',
      busy: 'Servern är upptagen just nu. Det du har skrivit finns kvar.',
      'deadline-exceeded': 'Beräkningen tog för lång tid.',
      'database-unavailable': 'Databasen svarar inte.',
      'disk-full':
        'Inget kan sparas: serverns disk är full. Det som finns går fortfarande att läsa. Kontakta den som driver tjänsten.',
    } as Readonly<Record<string, string>>,
    wait: (seconds: string) => `Försök igen om ${seconds} sekunder.`,
    again: (seconds: string) => `Sidan försöker igen av sig själv om ${seconds} s.`,
  },
  calendar: {
    weekdayShort: ['Mån', 'Tis', 'Ons', 'Tor', 'Fre', 'Lör', 'Sön'],
  },
  cells: {
    classShort: {
      high4: 'Minst fyra gånger',
      high2: 'Minst dubbelt',
      above: 'Fler',
      even: 'Ungefär lika',
      below: 'Färre',
      below2: 'Högst hälften',
      few: 'För få',
    },
  },
  dataset: {
    sources: 'Källor',
    version: 'Dataversion',
  },
}

/** A table of words, the same shape in every language. */
export type SharedMessages = typeof sv
