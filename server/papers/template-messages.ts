import type { Texts } from '../engine/texts.ts'

/** Why the template of papers is refused, as the end of "PAPER_TEMPLATE=PATH: …". */
export const TEMPLATE_MESSAGES = {
  noFile: {
    sv: 'det finns ingen sådan fil; ange sökvägen till en JSON-fil',
    en: 'there is no such file; give the path of a JSON file',
  },
  notRead: (why: string): Texts => ({ sv: `går inte att läsa (${why})`, en: `cannot be read (${why})` }),
  tooLarge: (kilobytes: number): Texts => ({
    sv: `är större än ${kilobytes} kB`,
    en: `is larger than ${kilobytes} kB`,
  }),
  noJson: (why: string): Texts => ({ sv: `är inte JSON (${why})`, en: `is not JSON (${why})` }),
  noObject: {
    sv: 'är inget JSON-objekt med underlagens rubriker',
    en: 'is no JSON object with the headings of papers',
  },
  unknownKind: (kind: string, kinds: readonly string[]): Texts => ({
    sv: `”${kind}” är inget underlag; de är ${kinds.join(', ')}`,
    en: `“${kind}” is no paper; they are ${kinds.join(', ')}`,
  }),
  noList: (kind: string): Texts => ({
    sv: `${kind} är ingen lista av avsnitt`,
    en: `${kind} is no list of sections`,
  }),
  noEntry: (kind: string): Texts => ({
    sv: `${kind}: varje avsnitt skrivs { "section": "…", "heading": "…" }`,
    en: `${kind}: each section is written { "section": "…", "heading": "…" }`,
  }),
  unknownSection: (kind: string, section: string, keys: readonly string[]): Texts => ({
    sv: `${kind}: ”${section}” är inget avsnitt; de är ${keys.join(', ')}`,
    en: `${kind}: “${section}” is no section; they are ${keys.join(', ')}`,
  }),
  unknownField: (kind: string, section: string, field: string): Texts => ({
    sv: `${kind}: ”${section}” har fältet ”${field}”, som inte finns`,
    en: `${kind}: “${section}” has a field “${field}”, which there is not`,
  }),
  twice: (kind: string, section: string): Texts => ({
    sv: `${kind}: avsnittet ”${section}” står två gånger`,
    en: `${kind}: the section “${section}” stands twice`,
  }),
  noHeading: (kind: string, section: string, length: number): Texts => ({
    sv: `${kind}: rubriken för ”${section}” måste vara 1 till ${length} tecken på en rad`,
    en: `${kind}: the heading of “${section}” must be 1 to ${length} characters in one line`,
  }),
  missingSections: (kind: string, sections: readonly string[]): Texts => ({
    sv: `${kind}: avsnitten ${sections.join(', ')} saknas`,
    en: `${kind}: the sections ${sections.join(', ')} are missing`,
  }),
} as const
