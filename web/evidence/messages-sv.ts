/** Words of what something rests on, in Swedish. */
export const evidenceSv = {
  evidence: {
    released: (what: string, period: string, count: string) => `${what}, ${period}: ${count}`,
    kinds: {
      release: 'Publicerad siffra',
      survey: 'Trygghetsmätning',
      observations: 'Iakttagelser',
      document: 'Handling',
    },
    attach: 'Koppla underlag',
    attachIt: 'Koppla',
    pointAt: 'Vad vill du peka på?',
    whichFigure: 'Vilken siffra?',
    whichKind: 'Vilket slag?',
    firstDay: 'Från och med vecka med dagen',
    lastDay: 'Till och med vecka med dagen',
    address: 'Webbadress eller diarienummer',
    shows: 'Vad visar det?',
    remove: 'Ta bort underlaget',
    staffOnly: 'Bara myndigheter',
    gone: 'Siffran finns inte längre: den är tillbakadragen, ersatt, eller området har fått en ny gräns. Så här löd den när den kopplades. Välj en ny om den behövs.',
    observed: (count: string, kind: string, weeks: string) => `${count} × ${kind.toLowerCase()}, ${weeks}`,
    about: (count: string) => `omkring ${count}`,
    few: 'färre än 5',
    notCovered: 'kan inte jämföras',
    withheld: 'visas inte',
    quarter: (quarter: string, year: string) => `kvartal ${quarter} ${year}`,
    fourWeeks: (day: string) => `fyra veckor från ${day}`,
    margin: (points: string) => ` (± ${points})`,
    survey: (share: string, who: string, what: string, source: string) =>
      `${share} av ${who} ${what} (${source})`,
  },
}

/** The same words in another language. */
export type EvidenceMessages = typeof evidenceSv
