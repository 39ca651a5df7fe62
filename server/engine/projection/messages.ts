import type { Texts } from '../texts.ts'

interface LikelyReason {
  readonly inside: number
  readonly points: number
  readonly title: string
  readonly swapped: boolean
  readonly place: Texts
}

/** Why a coordinate system is refused, and how it is asked for. */
export const CRS_MESSAGES = {
  notRead: (srid: number, name: string, reason: string): Texts => ({
    sv: `EPSG:${srid} (${name}) läses inte: ${reasonSv(reason)}. Räkna först om till WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006).`,
    en: `EPSG:${srid} (${name}) is not read: ${reason}. Convert to WGS 84 (EPSG:4326) or SWEREF 99 TM (EPSG:3006) first.`,
  }),
  unknown: (srid: number): Texts => ({
    sv: `EPSG:${srid} finns inte bland koordinatsystemen i EPSG-registret.`,
    en: `EPSG:${srid} is not a coordinate system of the EPSG register.`,
  }),
  webMercator: (srid: number): Texts => ({
    sv: `EPSG:${srid} är Web Mercator, där längder blir fel; välj ett lokalt system i meter.`,
    en: `EPSG:${srid} is Web Mercator, in which lengths are wrong; take a local system in metres.`,
  }),
  notInMetres: (srid: number, name: string): Texts => ({
    sv: `EPSG:${srid} (${name}) är inte projicerat i meter.`,
    en: `EPSG:${srid} (${name}) is not projected in metres.`,
  }),
  contradiction: (own: string, member: string, given: string): Texts => ({
    sv: `filen säger ${own} (dess crs: ${member}), och crs är angivet som ${given}. Utelämna crs (--crs) så läses filen i sitt eget.`,
    en: `the file says ${own} (its member crs: ${member}), and crs is given as ${given}. Leave crs (--crs) out to read the file in its own.`,
  }),
  unknownName: (name: string): Texts => ({
    sv: `filen anger ett koordinatsystem som inte är känt här (${name}). Ange dess EPSG-kod som crs (--crs).`,
    en: `the file names a coordinate system that is not known here (${name}). Give its EPSG code as crs (--crs).`,
  }),
  belied: (own: string): Texts => ({
    sv: `filen säger ${own}, men dess platser är grader. Om de är longitud och latitud, ange EPSG:4326 som crs (--crs).`,
    en: `the file says ${own}, but its positions are degrees. If they are longitude and latitude, give EPSG:4326 as crs (--crs).`,
  }),
  ownIsUnusable: (why: Texts): Texts => ({
    sv: `filen är i ${why.sv}`,
    en: `the file is in ${why.en}`,
  }),
  notSaid: ([x, y]: readonly [number, number], likely: readonly Texts[], inCity: boolean): Texts => {
    const listed = (language: keyof Texts) => likely.map((reason) => reason[language]).join(' ')
    const none = {
      sv: `I inget känt system ligger de i staden${likely.length === 0 ? '.' : `; närmast: ${listed('sv')}`}`,
      en: `In no known system do they lie in the city${likely.length === 0 ? '.' : `; nearest: ${listed('en')}`}`,
    }
    return {
      sv: `varken filen eller crs (--crs) säger i vilket koordinatsystem platserna är angivna, och ${x}, ${y} är ingen longitud och latitud. ${inCity ? `Troligast: ${listed('sv')}` : none.sv}`,
      en: `neither the file nor crs (--crs) says in which coordinate system its positions stand, and ${x}, ${y} is no longitude and latitude. ${inCity ? `Likeliest: ${listed('en')}` : none.en}`,
    }
  },
  likely: ({ inside, points, title, swapped, place }: LikelyReason): Texts => ({
    sv: `${inside} av ${points} platser ligger i staden när de läses som ${title}${swapped ? ' med koordinaterna omkastade (nord eller latitud först)' : ''}: ${place.sv}.`,
    en: `${inside} of ${points} positions lie in the city when read as ${title}${swapped ? ' with the two coordinates exchanged (northing or latitude first)' : ''}: ${place.en}.`,
  }),
} as const

/** The reasons of the file of definitions, which a script writes in English. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^no way from its datum .*$/, 'ingen omräkning från dess datum till WGS 84 är publicerad'],
  [
    /^for most of its area no way .*$/,
    'för det mesta av dess område är ingen omräkning från dess datum till WGS 84 publicerad',
  ],
  [
    /^positions of its datum .*$/,
    'platser i dess datum blir rätta bara med en rutnätsfil, som inte följer med',
  ],
  [/^its definition is not a plain projection$/, 'dess definition är ingen vanlig projektion'],
  [/^positions would be (\S+) m off$/, 'platserna skulle hamna $1 m fel'],
  [/^positions would be kilometres off$/, 'platserna skulle hamna kilometer fel'],
  [/^its projection is not known here$/, 'dess projektion är inte känd här'],
]

function reasonSv(reason: string): string {
  const found = REASONS.find(([form]) => form.test(reason))
  return found === undefined ? reason : reason.replace(found[0], found[1])
}
