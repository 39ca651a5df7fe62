/** The messages of the page by which a consulted party responds, in Swedish. */
export const respondSv = {
  documentTitle: 'Samråd · Lägesbild',
  title: 'Samråd',
  switchLanguage: 'In English',
  loading: 'Läser länken …',
  offline: 'Ingen kontakt med servern. Det du har skrivit står kvar. Försök igen.',
  tryAgain: 'Försök igen',
  to: (party: string) => `Till ${party}`,
  about: 'Förslaget',
  asked: 'Frågan',
  lastDay: (day: string) => `Svara senast ${day}. Länken tar emot ett svar.`,
  publicRecord: 'Svaret blir en allmän handling hos staden. Skriv för organisationen och nämn inga personer.',
  response: 'Ert svar',
  send: 'Skicka svaret',
  sending: 'Skickar …',
  empty: 'Skriv ert svar först.',
  thanks: 'Tack, svaret är mottaget',
  receipt: (party: string, day: string) =>
    `${party} svarade ${day}. Spara eller skriv ut sidan som kvitto: svaret går inte att läsa här igen.`,
  print: 'Skriv ut kvittot',
  states: {
    used: {
      title: 'Svaret är redan lämnat',
      text: 'Länken tar emot ett svar, och det har kommit. Har ni mer att säga, skriv till stadens registrator med ärendets nummer.',
    },
    revoked: {
      title: 'Länken är tillbakadragen',
      text: 'Staden har dragit tillbaka länken. Be den som skickade den om en ny.',
    },
    expired: {
      title: 'Tiden för svar har gått ut',
      text: 'Be den som skickade länken om en ny, eller skriv till stadens registrator med ärendets nummer.',
    },
    closed: {
      title: 'Samrådet är avslutat',
      text: 'Granskningen tar inte emot fler svar. Skriv till stadens registrator med ärendets nummer.',
    },
    unknown: {
      title: 'Länken finns inte',
      text: 'Den är inte hel. Kopiera hela adressen ur meddelandet från staden, eller be om en ny.',
    },
  },
}

export type RespondMessages = typeof respondSv
