/** Words of the coordinator's first page in Swedish. */
export const todaySv = {
  today: {
    title: 'Idag',
    late: 'Försenat',
    nothingLate: 'Inget är försenat.',
    waiting: 'Väntar på dig',
    nothingWaiting: 'Inget väntar.',
    coming: 'De närmaste två veckorna',
    nothingComing: 'Inget är planerat.',
    since: 'Sedan du var här senast',
    nothingSince: 'Inget har ändrats.',
    due: (day: string) => `skulle varit klart ${day}`,
    ends: (day: string) => `slutar ${day}`,
    observations: (count: number) =>
      count === 1 ? 'En ny iakttagelse att gå igenom' : `${count} nya iakttagelser att gå igenom`,
    noErasure: 'Det finns inget gallringsbeslut för iakttagelsernas texter: inget gallras.',
    finding: (what: string) => `Trygghetsvandring: ${what}`,
    question: (proposal: string) => `Lokala behov vid ${proposal}`,
    review: (title: string) => `Trygghetsgranskning: ${title}`,
    findingsChanged: (count: number) =>
      count === 1 ? 'en slutsats har ändrats' : `${count} slutsatser har ändrats`,
    countedOn: (day: string) => `räknat på uppgifterna ${day}`,
    boardCases: {
      statement: (title: string) => `Tjänsteutlåtande: ${title}`,
      'referral-answer': (title: string) => `Svar på remiss: ${title}`,
    },
    agreement: 'Samverkansöverenskommelse',
    meeting: (forum: string, place: string) => `${forum}, ${place}`,
    walk: (place: string) => `Trygghetsvandring, ${place}`,
    changedBy: (name: string, day: string) => `${name}, ${day}`,
    city: 'Någon i driften',
    forums: { est: 'EST-möte', place: 'Platssamverkan', council: 'Lokalt brottsförebyggande råd' },
  },
}

/** The same words in another language. */
export type TodayMessages = typeof todaySv
