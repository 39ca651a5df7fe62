/** Words of a partner's page in Swedish. */
export const placeSv = {
  place: {
    pageTitle: (name: string) => `Platssamverkan ${name}`,
    choose: 'Dina platser',
    none: 'Ditt konto är inte knutet till någon plats ännu. Vänd dig till din administratör.',
    partnerOf: (organisation: string) => `Platssamverkan · ${organisation}`,
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
    noHandlings: 'Inga publicerade granskningar rör platsen.',
    read: 'Läs det offentliga underlaget',
    caveat:
      'Anmälda händelser, avrundade till närmaste 5. Noll till fyra visas som ”färre än 5”. Små skillnader mellan perioder är ofta slump.',
    published: (date: string) => `Publicerat ${date}.`,
  },
}

/** The same words in another language. */
export type PlaceWords = typeof placeSv
