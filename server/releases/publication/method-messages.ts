/** The method note in one language: headings with their paragraphs, in plain words. */
export interface MethodMessages {
  readonly title: string
  readonly of: string
  readonly demo: string
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  readonly sources: string
  readonly covers: string
  readonly register: Readonly<Record<string, string>>
  readonly open: string
}

/** What a release shows, what it hides and why, in Swedish. */
export const METHOD_SV: MethodMessages = {
  title: 'Så är siffrorna gjorda',
  of: 'Anmälda händelser',
  demo: 'Exempelstad finns inte. Alla händelser, platser och svar här är påhittade.',
  sections: [
    {
      heading: 'Vad siffrorna är',
      paragraphs: [
        'Siffrorna räknar händelser som har anmälts. Allt anmäls inte, och olika ofta på olika platser. En siffra säger därför inte hur trygg en plats är, och inte om den är bättre eller sämre än en annan.',
        'Polisens uppgifter och kommunens egna felanmälningar visas var för sig. Grupperna (våld och hot, egendom, ordning, skötsel) läggs aldrig ihop: skräp och våld är inte samma sak.',
        'Hur trygga människor känner sig frågas det om i enkäter. De svaren står för sig och blandas aldrig med anmälningarna.',
      ],
    },
    {
      heading: 'Perioder och områden',
      paragraphs: [
        'Egendom, ordning och skötsel redovisas för ett helt kvartal; våld och hot för ett helt år. Siffrorna kommer tidigast 60 dagar efter att perioden tog slut och räknas aldrig om.',
        'Ett område har minst 2 000 invånare. Mindre stadsdelar är sammanslagna med en granne.',
        'Statistikområdena är mindre: stadens basområden eller motsvarande, med minst 700 invånare. Mindre områden är sammanslagna med en granne i samma stadsdel. De redovisas för ett helt år: våld och hot bara i stadsdelar med minst sex sådana områden, annat i stadsdelar med minst tre. Har staden inga sådana områden är de rutor om en kilometer, där invånarna räknas som jämnt spridda.',
        'Rutorna på 400 meter är ett komplement. De visas för ett helt år, aldrig för våld och hot, och bara där minst 100 människor bor eller arbetar.',
      ],
    },
    {
      heading: 'Vad som inte visas, och varför',
      paragraphs: [
        'Varje antal är avrundat för sig till närmaste femtal. Därför går delar och helheter inte jämnt upp.',
        '”Färre än 5” betyder 0, 1, 2, 3 eller 4: även noll döljs, så att ingen kan räkna ut vem som var med om något.',
        'En ruta visas som 10–24, 25–49 eller 50 och fler. Alla andra rutor är ”visas inte”: få händelser eller få platser. Det betyder inte att inget har hänt.',
        'En ruta saknas helt där siffrorna för de statistikområden som den ligger i inte lämnar rum för tio händelser: den kan inte visas, och det följer av siffror som alla kan läsa.',
        'Händelser i bostäder, sexualbrott, brott mot äldre och barn, hatbrott, våld i nära relation och våld där platsens art är okänd redovisas bara för hela staden och ett år i taget. Skolor, vårdboenden, vårdmottagningar, trossamfund och skyddade boenden ingår bara i områdets siffra.',
        '”Kan inte jämföras” betyder att ingen källa täcker hela området och hela perioden. Det är inte noll.',
        '”Visas inte” vid ett område betyder att siffran är dold för att en annan, dold siffra annars skulle kunna räknas ut.',
        'Går en dold siffra att räkna fram ur statistikområdena döljs först det minsta visade området i stadsdelen, sedan nästa, tills det inte längre går. För en ruta är det de områden som den ligger i. Märket följer områdets storlek, inte hur många händelser det har.',
        'Enkätsvar visas inte där färre än 30 har svarat.',
      ],
    },
    {
      heading: 'Hur skyddet prövas',
      paragraphs: [
        'Innan något publiceras försöker ett program räkna fram det dolda ur allt som någonsin har publicerats, även det som har dragits tillbaka. Bara om varje dold siffra fortfarande kan vara vilken som helst av de dolda talen godkänns publiceringen. En annan person än den som tog fram siffrorna godkänner dem.',
      ],
    },
    {
      heading: 'Om något känns fel',
      paragraphs: [
        'Ring 112 när det är bråttom. Ring 114 14 till polisen när det inte är bråttom. Fel på gator, belysning och parker anmäls till kommunen.',
      ],
    },
  ],
  sources: 'Källor',
  covers: 'täcker',
  register: { police: 'polisen', city: 'kommunen', other: 'annan' },
  open: 'tills vidare',
}

/** What a release shows, what it hides and why, in English. */
export const METHOD_EN: MethodMessages = {
  title: 'How these figures are made',
  of: 'Reported incidents',
  demo: 'Exempelstad does not exist. Every incident, place and answer here is made up.',
  sections: [
    {
      heading: 'What the figures are',
      paragraphs: [
        'The figures count incidents that were reported. Not everything is reported, and not equally often everywhere. So a figure does not say how safe a place is, nor whether it is better or worse than another.',
        'Records of the police and reports made to the city are shown separately. The groups (violence and threats, property, public order, upkeep) are never added up: litter and violence are not one thing.',
        'How safe people feel is asked in surveys. Those answers stand by themselves and are never mixed with reports.',
      ],
    },
    {
      heading: 'Periods and areas',
      paragraphs: [
        'Property, public order and upkeep are told for a whole quarter; violence and threats for a whole year. Figures come at the earliest 60 days after the period has ended and are never computed again.',
        'An area has at least 2,000 residents. Smaller districts are merged with a neighbour.',
        'Statistical areas are smaller: the city’s own base areas or the like, of at least 700 residents. Smaller ones are merged with a neighbour in the same district. They are told for a whole year: violence and threats only in districts of at least six such areas, the rest in districts of at least three. Where a city has no such areas they are squares of a kilometre, and residents are taken to be spread evenly.',
        'The cells of 400 metres are an addition. They are shown for a whole year, never for violence and threats, and only where at least 100 people live or work.',
      ],
    },
    {
      heading: 'What is not shown, and why',
      paragraphs: [
        'Each count is rounded to the nearest five on its own. So parts and wholes do not add up exactly.',
        '“Fewer than 5” means 0, 1, 2, 3 or 4: zero is hidden too, so that nobody can work out who was involved.',
        'A cell is shown as 10–24, 25–49 or 50 and more. Every other cell is “not shown”: few incidents or few places. That does not mean that nothing happened.',
        'A cell is missing altogether where the figures of the statistical areas that it lies in leave no room for ten incidents: it cannot be shown, and that follows from figures that everybody can read.',
        'Incidents in dwellings, sexual offences, offences against the elderly and children, hate crime, domestic violence, and violence where the kind of place is unknown are told for the whole city and a year at a time only. Schools, care homes, clinics, congregations and shelters are part of an area’s figure only.',
        '“Cannot be compared” means that no source covers the whole area and the whole period. It is not zero.',
        '“Not shown” for an area means that the figure is hidden because another hidden figure could otherwise be worked out.',
        'Where a hidden figure could be worked out from statistical areas, the smallest area shown in the district is hidden first, then the next, until that is no longer so. For a cell it is the areas that the cell lies in. The mark goes by the size of an area, not by how many incidents it has.',
        'Survey answers are not shown where fewer than 30 people answered.',
      ],
    },
    {
      heading: 'How the protection is tested',
      paragraphs: [
        'Before anything is published, a program tries to work out what is hidden from everything that was ever published, withdrawn or not. Only when every hidden figure can still be any of the hidden numbers may it be published. Somebody else than the person who prepared the figures approves them.',
      ],
    },
    {
      heading: 'When something feels wrong',
      paragraphs: [
        'Call 112 in an emergency. Call the police on 114 14 when it is not urgent. Faults of streets, lighting and parks are reported to the city.',
      ],
    },
  ],
  sources: 'Sources',
  covers: 'covers',
  register: { police: 'the police', city: 'the city', other: 'another' },
  open: 'until further notice',
}
