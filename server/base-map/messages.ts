import type { Texts } from '../engine/texts.ts'

/** Why the setting of a base map is refused, as the end of "SETTING=VALUE: …", with the way out. */
export const BASE_MAP_MESSAGES = {
  noFile: {
    sv: 'det finns ingen sådan fil; ange sökvägen till en PMTiles-fil',
    en: 'there is no such file; give the path of a PMTiles file',
  },
  notRead: (why: string): Texts => ({ sv: `går inte att läsa (${why})`, en: why }),
  noArchive: {
    sv: 'är inget PMTiles-arkiv av version 3; hämta ett utdrag på protomaps.com',
    en: 'is no PMTiles archive of version 3; take an extract from protomaps.com',
  },
  brokenMetadata: {
    sv: 'har inga läsbara metadata: filen är trasig, kopiera den på nytt',
    en: 'has no readable metadata: the file is broken, copy it anew',
  },
  noVectors: {
    sv: 'har inga vektorrutor (MVT); hämta ett arkiv med vektorer',
    en: 'holds no vector tiles (MVT); take an archive of vectors',
  },
  otherPacking: {
    sv: 'har rutor som är packade med annat än gzip',
    en: 'has tiles that are packed by other than gzip',
  },
  notWhole: (size: number, end: number): Texts => ({
    sv: `slutar efter ${size} av ${end} byte: kopian är inte hel, kopiera den på nytt`,
    en: `ends after ${size} of ${end} bytes: the copy is not whole`,
  }),
  otherSchema: (missing: string): Texts => ({
    sv: `följer inte Protomaps schema: ${missing} saknas`,
    en: `is not in the schema of Protomaps: it lacks ${missing}`,
  }),
  oneAlone: {
    sv: 'utelämna den, eller BASEMAP_PMTILES: en bakgrundskarta visas',
    en: 'leave it out, or BASEMAP_PMTILES: one base map is shown',
  },
  notInDemo: (name: string): Texts => ({
    sv: `${name} är satt, och demostaden ligger inte i någon verklig stad: utelämna den, eller sätt DEMO=off.`,
    en: `${name} is set, and the demo city lies in no real one: leave it out, or set DEMO=off.`,
  }),
} as const
