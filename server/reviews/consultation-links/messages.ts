/** Refusals of links to respond by, each with the way out. */
export const LINK_RULES = {
  unknown: {
    sv: 'Länken finns inte: den är inte hel. Kopiera hela adressen ur meddelandet från staden.',
    en: 'There is no such link: it is not whole. Copy the whole address from the city’s message.',
  },
  used: {
    sv: 'Parten har redan svarat. Har ni mer att säga, skriv till stadens registrator med ärendets nummer.',
    en: 'The party has answered already. To say more, write to the city’s registrar with the case number.',
  },
  revoked: {
    sv: 'Staden har dragit tillbaka länken. Be den som skickade den om en ny.',
    en: 'The city has revoked the link. Ask whoever sent it for a new one.',
  },
  expired: {
    sv: 'Sista dagen för svar har gått. Be den som skickade länken om en ny.',
    en: 'The last day to respond has passed. Ask whoever sent the link for a new one.',
  },
  closed: {
    sv: 'Samrådet är avslutat: granskningen tar inte emot fler svar. Skriv till stadens registrator med ärendets nummer.',
    en: 'The consultation is closed: the review takes no more responses. Write to the city’s registrar with the case number.',
  },
  number: {
    sv: 'är ingen part i samrådet: läs om granskningen',
    en: 'is no party of the consultation: read the review again',
  },
  lastDay: {
    sv: 'är en dag från och med i dag, högst ett år fram',
    en: 'is a day from today on, at most a year ahead',
  },
}
