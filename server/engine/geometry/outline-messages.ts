import type { Texts } from '../texts.ts'

/** What an outline must be, as the end of "it must be one that …", and what was put right in one. */
export const OUTLINE_MESSAGES = {
  polygon: { sv: 'är en Polygon eller en MultiPolygon', en: 'is a Polygon or a MultiPolygon' },
  numbers: { sv: 'har platser av två eller tre tal', en: 'has positions of two or three numbers' },
  encloses: { sv: 'omsluter en yta', en: 'encloses an area' },
  crossings: (max: number): Texts => ({
    sv: `korsar sig själv högst ${max} gånger`,
    en: `crosses itself at most ${max} times`,
  }),
  exchanged: {
    sv: 'har longitud (eller öst) före latitud (eller nord): den går bara ihop med koordinaterna omkastade',
    en: 'has longitude (or easting) before latitude (or northing): it only makes sense with its coordinates exchanged',
  },
  outOfReach: {
    sv: 'ligger inom räckhåll för stadens koordinatsystem (är crs, --crs, rätt?)',
    en: "lies within reach of the city's coordinate system (is crs, --crs, right?)",
  },
  closedLine: {
    sv: 'en linje som slutar där den börjar togs som gräns',
    en: 'a line that ends where it begins was taken for the outline',
  },
  openRing: {
    sv: 'gränsen slutade inte där den började och slöts med en rak linje',
    en: 'the outline did not end where it began and was closed by a straight line',
  },
  crossed: {
    sv: 'gränsen korsade eller rörde sig själv och lagades',
    en: 'the outline crossed or touched itself and was repaired',
  },
  'hole-outside': {
    sv: 'ett hål låg utanför gränsen och togs bort',
    en: 'a hole lay outside of the outline and was left out',
  },
  'hole-in-hole': {
    sv: 'ett hål låg i ett annat hål och togs bort',
    en: 'a hole lay within another hole and was left out',
  },
  'shell-in-shell': {
    sv: 'en del av ytan låg i en annan och räknas en gång',
    en: 'a part of the outline lay within another and counts once',
  },
} as const

/** Why a drawn geometry is refused: the rule that it breaks, and the way out. */
export const DRAWN_MESSAGES = {
  corners: {
    sv: 'en ring behöver minst tre olika hörn: rita minst tre',
    en: 'a ring needs at least three different corners: draw three or more',
  },
  outOfReach: (srid: number, [lon, lat]: readonly [number, number]): Texts => ({
    sv: `${lon}, ${lat} ligger utom räckhåll för stadens koordinatsystem, EPSG:${srid}: skriv longitud före latitud, i grader`,
    en: `${lon}, ${lat} is not a position within reach of the city's EPSG:${srid}: write longitude before latitude, in degrees`,
  }),
  farAway: (kilometres: number): Texts => ({
    sv: `ska ligga inom 50 km från staden; den ligger ${kilometres} km bort (är longitud och latitud omkastade?)`,
    en: `within 50 km of the city; it lies ${kilometres} km away (are longitude and latitude swapped?)`,
  }),
  vertices: (max: number): Texts => ({
    sv: `högst ${max} hörn; förenkla gränsen`,
    en: `at most ${max} vertices; simplify the outline`,
  }),
  crossings: (max: number): Texts => ({
    sv: `en gräns som korsar sig själv högst ${max} gånger; rita om den`,
    en: `an outline that crosses itself at most ${max} times; draw it anew`,
  }),
  encloses: {
    sv: 'gränsen omsluter ingen yta: hörnen ligger på en linje, rita om den',
    en: 'the outline encloses no area: its corners lie on a line, draw it anew',
  },
  tooSmall: (minM2: number): Texts => ({
    sv: `gränsen ska omsluta minst ${minM2} m²: rita ett större område`,
    en: `the outline encloses at least ${minM2} m²: draw a larger area`,
  }),
  tooLarge: {
    sv: 'ett område på högst 5 km²; pröva delarna var för sig',
    en: 'an area of at most 5 km²; check the parts one by one',
  },
  invalid: {
    sv: 'ska vara giltig och av rätt slag: en ring korsar en annan eller sig själv, rita om den',
    en: 'must be valid and of this kind: a ring crosses another or itself, draw it anew',
  },
} as const
