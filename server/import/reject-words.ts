import type { RejectReason } from '../formats/source-row.ts'

/** Why a row is rejected, as the end of "in a row …". */
export const REJECT_WORDS: Readonly<Record<RejectReason, { readonly sv: string; readonly en: string }>> = {
  'no-position': { sv: 'saknas platsen', en: 'the position is missing' },
  'bad-position': { sv: 'går platsen inte att läsa', en: 'the position cannot be read' },
  'far-away': { sv: 'ligger platsen för långt från staden', en: 'the position lies too far from the city' },
  'unknown-area': { sv: 'är området inte känt', en: 'the area is not known' },
  'swapped-axes': { sv: 'är koordinaterna omkastade', en: 'the coordinates are exchanged' },
  'no-time': { sv: 'saknas tiden', en: 'the time is missing' },
  'bad-time': { sv: 'går tiden inte att läsa', en: 'the time cannot be read' },
  'time-order': { sv: 'är slutet före början', en: 'the end is before the beginning' },
  'past-retention': {
    sv: 'är händelsen äldre än källan sparas',
    en: 'the incident is past the retention of its source',
  },
  'unknown-category': { sv: 'är typen inte med i mappningen', en: 'the type is not in the mapping' },
  'no-category': { sv: 'saknas typen', en: 'the type is missing' },
  'unknown-precision': {
    sv: 'är noggrannheten inte med i mappningen',
    en: 'the precision is not in the mapping',
  },
  'unknown-setting': { sv: 'är miljön inte med i mappningen', en: 'the setting is not in the mapping' },
  'unknown-flag': { sv: 'är flaggan inte med i mappningen', en: 'the flag is not in the mapping' },
  'conflicting-id': {
    sv: 'har ett id som upprepas annat innehåll',
    en: 'an id comes again with other content',
  },
  'malformed-row': { sv: 'stämmer raden inte med rubriken', en: 'the row does not fit the header' },
  undecodable: {
    sv: 'finns tecken som inte kan läsas: fel teckenkodning',
    en: 'there are characters that cannot be read: the encoding is wrong',
  },
  'too-long': { sv: 'är en text för lång', en: 'a text is too long' },
}
