/** Messages of the search on the map, in Swedish. */
export const searchSv = {
  search: {
    label: 'Sök plats, gata eller koordinater',
    placeholder: 'Plats, gata eller koordinater',
    recent: 'Senaste förslagen',
    results: 'Träffar',
    clear: 'Töm sökningen',
    found: (count: string) => `${count} träffar. Bläddra med piltangenterna.`,
    foundOne: '1 träff. Enter går dit.',
    foundNone: 'Inget i kartan heter så. Koordinater skrivs som 59,33 18,06 eller 6579710 153699.',
    failed: 'Sökningen kunde inte göras. Försök igen.',
    shown: (name: string) => `Kartan visar ${name}.`,
  },
}

/** The shape of these messages in every language. */
export type SearchMessages = typeof searchSv
