import type { Texts } from '../engine/texts.ts'

/** What a hit is, in the order in which equally good ones are given. */
export const HIT_NAMES = {
  coordinates: { sv: 'Koordinater', en: 'Coordinates' },
  district: { sv: 'Stadsdel', en: 'District' },
  place: { sv: 'Plats', en: 'Place' },
  place_name: { sv: 'Ortnamn', en: 'Place name' },
  square: { sv: 'Torg', en: 'Square' },
  station: { sv: 'Station', en: 'Station' },
  street: { sv: 'Gata', en: 'Street' },
  park: { sv: 'Park', en: 'Park' },
  path: { sv: 'Gångväg', en: 'Path' },
  focus_area: { sv: 'Fokusområde', en: 'Focus area' },
  proposal: { sv: 'Förslag', en: 'Proposal' },
  school: { sv: 'Skola', en: 'School' },
  care_home: { sv: 'Vårdboende', en: 'Care home' },
  clinic: { sv: 'Vårdcentral', en: 'Clinic' },
  congregation: { sv: 'Församling', en: 'Congregation' },
  shelter: { sv: 'Skyddat boende', en: 'Shelter' },
  water: { sv: 'Vatten', en: 'Water' },
  building: { sv: 'Byggnad', en: 'Building' },
  base: { sv: 'Basområde', en: 'Base area' },
  land: { sv: 'Land', en: 'Land' },
  rail: { sv: 'Spår', en: 'Railway' },
  study: { sv: 'Kartlagt område', en: 'Area covered' },
  lamp: { sv: 'Lampa', en: 'Lamp' },
} as const satisfies Readonly<Record<string, Texts>>

export type HitKind = keyof typeof HIT_NAMES

export const SEARCH_NOTICES = {
  outside: {
    sv: 'De koordinaterna ligger inte i staden i något system som vi känner.',
    en: 'Those coordinates do not lie in the city in any system that we know.',
  },
} as const satisfies Readonly<Record<string, Texts>>

/** The system and the order in which two numbers were read. */
export const readAs = (system: string, northingFirst: boolean): Texts => ({
  sv: `${system}, ${northingFirst ? 'norr före öster' : 'öster före norr'}`,
  en: `${system}, ${northingFirst ? 'north before east' : 'east before north'}`,
})
