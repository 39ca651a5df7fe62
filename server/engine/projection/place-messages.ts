import type { Texts } from '../texts.ts'

/** From north by east: what lies outside in that direction, and the part of a city there. */
export const POINTS_OF_THE_COMPASS = [
  { sv: 'norr', en: 'north', partSv: 'norra' },
  { sv: 'nordost', en: 'north-east', partSv: 'nordöstra' },
  { sv: 'öster', en: 'east', partSv: 'östra' },
  { sv: 'sydost', en: 'south-east', partSv: 'sydöstra' },
  { sv: 'söder', en: 'south', partSv: 'södra' },
  { sv: 'sydväst', en: 'south-west', partSv: 'sydvästra' },
  { sv: 'väster', en: 'west', partSv: 'västra' },
  { sv: 'nordväst', en: 'north-west', partSv: 'nordvästra' },
] as const

interface Counts {
  readonly points: number
  readonly inside: number
  readonly wet: number
}

/** Where positions lie beside a city. */
export const PLACE_MESSAGES = {
  degrees: ([lon, lat]: readonly [number, number]): Texts => ({
    sv: `vid ${degrees(lat, 'sv')}° ${lat < 0 ? 'syd' : 'nord'}, ${degrees(lon, 'sv')}° ${lon < 0 ? 'väst' : 'öst'}`,
    en: `at ${degrees(lat, 'en')}° ${lat < 0 ? 'south' : 'north'}, ${degrees(lon, 'en')}° ${lon < 0 ? 'west' : 'east'}`,
  }),
  outside: (metres: number, compassPoint: number, { points, inside }: Omit<Counts, 'wet'>): Texts => {
    const { sv, en } = POINTS_OF_THE_COMPASS[compassPoint]!
    return {
      sv: `${distance(metres, 'sv')} ${sv} om staden${inside > 0 ? `, ${inside} av ${points} i den` : ''}`,
      en: `${distance(metres, 'en')} ${en} of the city${inside > 0 ? `, ${inside} of ${points} in it` : ''}`,
    }
  },
  inWater: ({ points, wet }: Counts): Texts =>
    wet === points
      ? { sv: 'i vattnet', en: 'in the water' }
      : { sv: `i vattnet, ${wet} av ${points}`, en: `in the water, ${wet} of ${points}` },
  inside: (part: 'all' | 'middle' | number, { points, inside, wet }: Counts): Texts => {
    const left = points - inside
    return {
      sv: [
        partSv(part),
        ...(wet > 0 ? [`${wet} av ${points} i vattnet`] : []),
        ...(left > 0 ? [`${left} av ${points} utanför`] : []),
      ].join(', '),
      en: [
        partEn(part),
        ...(wet > 0 ? [`${wet} of ${points} in the water`] : []),
        ...(left > 0 ? [`${left} of ${points} outside it`] : []),
      ].join(', '),
    }
  },
} as const

function partSv(part: 'all' | 'middle' | number): string {
  if (part === 'all') return 'över hela staden'
  return part === 'middle' ? 'mitt i staden' : `i stadens ${POINTS_OF_THE_COMPASS[part]!.partSv} del`
}

function partEn(part: 'all' | 'middle' | number): string {
  if (part === 'all') return 'all over the city'
  return part === 'middle'
    ? 'in the middle of the city'
    : `in the ${POINTS_OF_THE_COMPASS[part]!.en} of the city`
}

function degrees(value: number, language: keyof Texts): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return Math.abs(value).toLocaleString(language, digits)
}

function distance(metres: number, language: keyof Texts): string {
  if (metres < 950) return `${Math.max(10, Math.round(metres / 10) * 10)} m`
  const kilometres = metres / 1000
  return `${kilometres.toLocaleString(language, { maximumFractionDigits: kilometres < 10 ? 1 : 0 })} km`
}
