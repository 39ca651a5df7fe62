/** Words of what something rests on, in Swedish. */
export const evidenceSv = {
  evidence: {
    released: (what: string, period: string, count: string) => `${what}, ${period}: ${count}`,
    kinds: {
      release: 'Publicerad siffra',
      survey: 'Trygghetsmätning',
      observations: 'Iakttagelser',
      document: 'Handling',
      cells: 'Platsens rutor',
      finding: 'Slutsats i granskning',
    },
    attach: 'Koppla underlag',
    attachIt: 'Koppla',
    pointAt: 'Vad vill du peka på?',
    whichFigure: 'Vilken siffra?',
    whichKind: 'Vilket slag?',
    firstDay: 'Från och med vecka med dagen',
    lastDay: 'Till och med vecka med dagen',
    whichFinding: 'Vilken slutsats?',
    address: 'Webbadress eller diarienummer',
    shows: 'Vad visar det?',
    remove: 'Ta bort underlaget',
    staffOnly: 'Bara myndigheter',
    gone: 'Siffran finns inte längre: den är tillbakadragen, ersatt, eller området har fått en ny gräns. Så här löd den när den kopplades. Välj en ny om den behövs.',
    staffNote: 'Bara myndigheter ser det här underlaget, aldrig parterna eller allmänheten.',
    cells: (what: string, period: string, count: string, cells: string) =>
      `${what}, ${period}: ${count} i platsens ${cells} rutor om 50 m`,
    leftOut: (sources: string) => `utan ${sources}, som inte visas för nämnden som räknade`,
    cellsWithheld: (what: string, period: string) =>
      `${what} i platsens rutor, ${period}: visas inte för dig`,
    cellsClosed: (what: string, period: string, sources: string) =>
      `${what} i platsens rutor, ${period}: visas inte för din nämnd (${sources})`,
    cellsGone:
      'Området har fått en ny gräns sedan dess: siffran gäller rutorna innanför den gamla. Koppla rutorna på nytt om de behövs.',
    reviewed: (review: string, title: string) => (title === '' ? `Granskning ${review}` : title),
    findingClosed: (review: string) => `En slutsats i granskning ${review}, som inte är öppen för dig`,
    findingWas: (review: string) => `En slutsats i granskning ${review}`,
    findingGone:
      'Slutsatsen finns inte längre: granskningen har räknats om, eller dess underlag är gallrat. Läs granskningen och koppla en ny om den behövs.',
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
