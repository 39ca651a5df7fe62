/** Messages of a partner's page in Swedish. */
export const placeSv = {
  place: {
    pageTitle: (name: string) => `Platssamverkan ${name}`,
    choose: 'Dina platser',
    none: 'Ditt konto är inte knutet till någon plats ännu. Vänd dig till din administratör.',
    late: 'Försenat',
    nobodysYet: 'ingen svarar för det än',
    wasDue: (day: string) => `skulle varit klart ${day}`,
    kind: 'Platssamverkan',
    lastPeriod: 'Senaste avslutade perioden',
    nothingYet:
      'Inga siffror är publicerade för platsen ännu. De publiceras fyra veckor i taget, när perioden är avslutad och prövad.',
    counts: (kind: string, place: string, ring: string, metres: string) =>
      `${kind}: ${place} på platsen, ${ring} inom ${metres} m runt om.`,
    about: (count: string) => `omkring ${count}`,
    few: 'färre än 5',
    notCovered: 'kan inte jämföras',
    withheld: 'visas inte',
    absent: '–',
    table: 'Fyra veckor i taget',
    all: 'Visa alla perioder',
    fewer: 'Visa bara de senaste',
    period: 'Period',
    here: 'Platsen',
    ring: (metres: string) => `${metres} m runt om`,
    profile: 'När på dygnet och i veckan',
    profileNote: (year: string) =>
      `Hela ${year}. Bara händelser vars tid är känd inom ett dygn. Avrundat till närmaste 5.`,
    hours: { '06-14': '06–14', '14-22': '14–22', '22-06': '22–06' },
    weekdays: 'Måndag–fredag',
    weekend: 'Lördag–söndag',
    done: 'Det här finns på platsen',
    handlings: 'Trygghetsgranskningar som rör platsen',
    noDocuments: 'Inga publicerade granskningar rör platsen.',
    read: 'Läs det offentliga underlaget',
    caveat:
      'Anmälda händelser, avrundade till närmaste 5. Noll till fyra visas som ”färre än 5”. Små skillnader mellan perioder är ofta slump.',
    published: (date: string) => `Publicerat ${date}.`,
  },
  publicPlaces: {
    title: 'Platsers siffror i offentliga underlag',
    lead: 'Har nämnden beslutat att en plats publicerade siffror får vara offentliga står de i underlaget när det som prövas ligger på platsen. Först prövas att inget dolt kan räknas ut med dem.',
    none: 'Det finns inga platser.',
    isPublic: (board: string, day: string, section: number) => `Offentliga: ${board} ${day}, § ${section}.`,
    isNot: 'Bara för platsens parter.',
    open: (name: string) => `Låt siffrorna för ${name} vara offentliga`,
    close: (name: string) => `Sluta visa siffrorna för ${name}`,
    closeLead: 'Underlag som redan är upprättade behåller siffrorna.',
    reason: 'Skäl',
    board: 'Nämnd',
    decidedOn: 'Beslutsdag',
    section: '§ i protokollet',
    publish: 'Pröva och gör offentliga',
    withdraw: 'Ta tillbaka',
    working: 'Prövar siffrorna mot allt som är publicerat. Det kan ta någon minut.',
    refused:
      'Tillsammans med det som redan är publicerat skulle dolda siffror kunna räknas ut, eller så har läget ändrats. Siffrorna stannar hos platsens parter.',
  },
}

/** The shape of these messages in every language. */
export type PlaceMessages = typeof placeSv
