import { messagesOf } from '../../formats/columns/column-names.ts'

type Table = Readonly<Record<string, string>>

/** Chapters of the Swedish Penal Code, by the offence that stands for most of each. */
const CHAPTERS: Table = {
  '3': 'violence',
  '4': 'threat_harassment',
  '6': 'sexual_offence',
  '8': 'theft',
  '9': 'other',
  '10': 'other',
  '12': 'vandalism',
  '13': 'arson_fire',
  '14': 'other',
  '16': 'disorder',
  '17': 'violence',
}
/** Sections that are something else than their chapter. */
const SECTIONS: Table = {
  '4:1': 'violence',
  '4:1a': 'sexual_offence',
  '4:2': 'violence',
  '4:4a': 'violence',
  '8:4a': 'burglary',
  '8:5': 'robbery',
  '8:6': 'robbery',
  '13:3': 'weapons',
  '16:10': 'sexual_offence',
  '16:10a': 'sexual_offence',
  '17:2': 'threat_harassment',
}
const SECTION = /(?:^|[^\d])(\d{1,2}) ?(?::|kap\.?,?) ?(\d{1,2}) ?([a-c])?(?: ?§)?/i

/** NIBRS: the offence codes of the FBI. */
const NIBRS: Table = byPrefix({
  violence: '09A 09B 100 13A 13B',
  threat_harassment: '13C 210',
  sexual_offence: '11A 11B 11C 11D 36A 36B 370 40A 40B 40C 64A 90H',
  robbery: '120',
  arson_fire: '200',
  burglary: '220',
  theft: '23A 23B 23C 23D 23E 23F 23G 23H 240',
  vandalism: '290',
  drugs: '35A 35B',
  weapons: '520',
  public_drunkenness: '90E 90G',
  disorder: '90B 90C 90J',
  other: '09C 250 26A 26B 26C 26D 26E 26F 26G 270 280 39A 39B 39C 39D 510 64B 720 90A 90D 90F 90I 90Z',
})

/** Hundreds of UCR, as summary reporting counts them. */
const UCR: Table = byPrefix({
  violence: '1 4 8',
  sexual_offence: '2 16 17',
  robbery: '3',
  burglary: '5',
  theft: '6 7',
  arson_fire: '9',
  vandalism: '14',
  weapons: '15',
  drugs: '18',
  public_drunkenness: '22 23',
  disorder: '24 25',
  other: '10 11 12 13 19 20 21 26',
})

/** First two figures of Chicago's IUCR. */
const IUCR: Table = byPrefix({
  violence: '01 04 05',
  sexual_offence: '02 15',
  robbery: '03',
  burglary: '06',
  theft: '08 09',
  arson_fire: '10',
  other: '11 12 16',
  weapons: '14',
  drugs: '18 20 21',
  public_drunkenness: '22',
  disorder: '24',
})

/** The category that a code of a known system stands for; null where the column is not called after one or the code says too little. */
export function categoryOfCode(column: string, text: string): string | null {
  const words = messagesOf(column)
  if (/iucr/.test(words)) return IUCR[text.padStart(4, '0').slice(0, 2)] ?? null
  if (/nibrs/.test(words)) return NIBRS[text.toUpperCase().slice(0, 3)] ?? null
  if (/ucr/.test(words)) return /^\d{3,4}$/.test(text) ? (UCR[text.slice(0, -2)] ?? null) : null
  const chapter = chapterOfCode(column, text)
  return chapter === null ? null : (CHAPTERS[chapter] ?? null)
}

/**
 * The chapter of the Penal Code that a Swedish offence code (brottskod) begins with; null for any other text. Of a code of three
 * figures a workbook has taken the zero.
 */
export function chapterOfCode(column: string, text: string): string | null {
  if (!/brottskod/.test(messagesOf(column)) || !/^\d{3,4}$/.test(text)) return null
  return String(Number(text.slice(0, -2)))
}

/** The category of a section of the Swedish Penal Code, as `8 kap. 5 § brottsbalken` or `BrB 8:5`; null for any other text. */
export function categoryOfSection(text: string): string | null {
  if (!/brb|brottsbalk|kap\b/i.test(text)) return null
  const part = SECTION.exec(text)
  if (part === null) return null
  return SECTIONS[`${part[1]}:${part[2]}${part[3]?.toLowerCase() ?? ''}`] ?? CHAPTERS[part[1]!] ?? null
}

function byPrefix(codes: Table): Table {
  return Object.fromEntries(
    Object.entries(codes).flatMap(([category, list]) => list.split(' ').map((code) => [code, category])),
  )
}
