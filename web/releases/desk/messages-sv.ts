/** Messages of the page where releases are prepared, approved, published and withdrawn, in Swedish. */
export const deskSv = {
  desk: {
    title: 'Publicera siffror',
    lead: 'Här blir stadens uppgifter till siffror som alla får läsa. Det som är publicerat räknas aldrig om.',
    twoPersons: 'Två personer behövs: en förbereder, en annan godkänner och publicerar. Så har staden valt.',
    onePerson: 'Staden har valt att samma person får förbereda och godkänna (RELEASE_APPROVALS=1).',
    prepare: {
      title: 'Förbered',
      lead: 'Siffrorna räknas, skyddas och prövas. Inget publiceras förrän de är godkända.',
      what: 'Vad ska redovisas?',
      years: 'Helår',
      quarters: 'Kvartal',
      places: (weeks: string, count: string) => `Platser för parterna, ${weeks} (högst ${count} platser)`,
      button: 'Förbered',
      nothingDue:
        'Inget väntar. En period kan förberedas 60 dagar efter att den är slut, när sena anmälningar har kommit in, och bara där en källa som är öppen för allmänheten täcker den.',
      noPlace: 'Ingen plats hade något att redovisa.',
      conflict: 'Perioden är redan förberedd eller publicerad. Den står i listan nedan.',
      unprocessable:
        'Perioden går inte att redovisa. Se vad som saknas nedan, rätta det och förbered igen. Inget är sparat.',
    },
    working: (seconds: string) =>
      `Räknar, skyddar och prövar… ${seconds} s. Stor stad kan ta några minuter. Du kan lämna sidan: det som blir klart står i listan.`,
    publishing: (seconds: string) =>
      `Prövar igen mot allt som är publicerat och gör filerna… ${seconds} s. Du kan lämna sidan.`,
    reason: 'Servern skriver:',
    list: {
      waiting: 'Väntar',
      published: 'Publicerade',
      ended: 'Återkallade och kasserade',
      noneWaiting: 'Inget väntar på godkännande.',
      nonePublished: 'Inget är publicerat än.',
      what: 'Vad',
      state: 'Läge',
      hidden: 'Dolda tal',
      when: 'När',
      who: 'Av',
      open: (name: string) => `Öppna ${name}`,
    },
    states: {
      prepared: 'Väntar på godkännande',
      approved: 'Godkänd, inte publicerad',
      published: 'Publicerad',
      withdrawn: 'Återkallad',
      discarded: 'Kasserad',
    },
    kinds: {
      public: 'För alla, på stadens sida',
      place: 'För platsens parter, när de är inloggade',
    },
    operator: 'den som driver tjänsten',
    close: 'Till listan',
    steps: {
      title: 'Så långt har det kommit',
      prepared: (who: string, when: string) => `Förberedd av ${who}, ${when}.`,
      approved: (who: string, when: string) => `Godkänd av ${who}, ${when}.`,
      published: (who: string, when: string) => `Publicerad av ${who}, ${when}.`,
      withdrawn: (who: string, when: string, reason: string) =>
        `Återkallad av ${who}, ${when}. Skäl: ${reason}`,
    },
    next: {
      title: 'Nästa steg',
      byOther:
        'Du har förberett den här. En annan person godkänner: ge din kollega länken, så öppnas just den här sidan.',
      breached:
        'Går inte att godkänna: dolda tal går att räkna fram (se nedan). Kassera och förbered igen när mer är rättat.',
      approve: 'Godkänn',
      approveNote: 'Jag har läst vad som döljs och varför. Inget publiceras än.',
      publish: 'Publicera',
      publishNote: 'För gott: prövas en gång till och blir sedan läsbar för alla.',
      publishPlaceNote: 'För gott: prövas en gång till och blir sedan läsbar för platsens parter.',
      copy: 'Kopiera länken',
      copied: 'Länken är kopierad.',
      mail: 'Skriv till en kollega',
      mailSubject: (name: string) => `Att godkänna: siffror för ${name}`,
      mailBody: (address: string) =>
        `Siffrorna är förberedda och prövade. Läs vad som döljs och varför, och godkänn eller kassera:\n\n${address}\n`,
      discard: 'Kassera',
      discardNote: 'Perioden kan förberedas igen.',
      withdraw: 'Återkalla',
      withdrawTitle: 'Återkalla det publicerade',
      withdrawNote:
        'Adressen slutar svara inom en sekund och används aldrig igen. Perioden kan inte publiceras på nytt.',
      withdrawReason: 'Skäl (står kvar för den som frågar)',
      read: 'Läs det publicerade',
      conflict: 'Läget har ändrats under tiden. Sidan visar nu hur det är.',
      unsafe:
        'Med det som har publicerats under tiden går dolda tal att räkna fram, så inget publicerades. Kassera och förbered igen.',
    },
    hidden: {
      title: 'Det här döljs, och därför',
      lead: 'Allt annat visas avrundat till närmaste 5. Inget tal under 5 visas någonsin, noll heller inte.',
      reason: 'Skäl',
      figures: 'Tal',
      shown: 'Visas, avrundade',
      few: 'Färre än 5, så att ingen enskild person kan pekas ut',
      withheld: 'Visas inte, för att andra dolda tal annars går att räkna fram',
      'not-covered': 'Kan inte jämföras: källan täcker inte hela området eller hela tiden',
      cells: 'Rutor om 400 m',
      cellsText: (shown: string, hidden: string) =>
        `${shown} rutor visas i klasser från 10, ${hidden} visas inte: för få händelser, för få platser eller för få som bor och arbetar där.`,
      attackTitle: 'Prövningen',
      attack: (hidden: string, constraints: string) =>
        `${hidden} dolda tal prövades mot allt som någonsin har lämnats ut (${constraints} samband), också det som är återkallat.`,
      repaired: (count: string) => `${count} tal till doldes för att andra annars hade gått att räkna fram.`,
      notRepaired: 'Inget mer behövde döljas för att skydda dem.',
      holds: 'Inget dolt tal går att räkna fram.',
      breached: (count: string) => `${count} dolda tal går att ringa in:`,
      more: (count: string) => `och ${count} till.`,
    },
    tables: {
      areas: 'Områden',
      statistical: (count: string) => `Statistikområden (${count})`,
      place: 'Platsen och ringen runt den',
      profile: 'Tider under året',
      city: 'Hela staden',
      area: 'Område',
      zone: 'Var',
      zones: { place: 'Platsen', ring: '100 meter runt om' },
      what: 'Vad',
      shortFew: 'färre än 5',
      few: 'färre än 5: döljs som alla tal under 5',
      withheld: 'visas inte: skyddar ett annat tal',
      'not-covered': 'kan inte jämföras',
      missing: '–',
      count: 'Antal',
    },
  },
}

/** The shape of these messages in every language. */
export type DeskMessages = typeof deskSv
