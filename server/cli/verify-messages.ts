import type { Texts } from '../engine/texts.ts'
import type { Basis } from '../reviews/index.ts'

/** Why an evidence that nothing speaks against cannot be computed again as it was. */
const GONE: Readonly<Partial<Record<Basis, Texts>>> = {
  erased: {
    sv: 'gallringen har förstört rader som det räknar; det som är lagrat av det är som det var',
    en: 'retention has destroyed rows that it counts; what is stored of it is as it was',
  },
  'other-method': {
    sv: 'en tidigare version av metoden räknade det; det som är lagrat av det är som det var',
    en: 'it was computed by an earlier version of the method; what is stored of it is as it was',
  },
  restored: {
    sv: 'databasen har återställts sedan det gjordes; det som är lagrat av det är som det var',
    en: 'the database was restored since it was made; what is stored of it is as it was',
  },
  'evidence-erased': {
    sv: 'underlaget förstördes när dess tid var ute; den öppna handlingen står fast',
    en: 'its evidence was destroyed when its time was over; the public document stands',
  },
}
const UNKNOWN: Texts = { sv: 'orsaken är inte känd', en: 'the reason is not known' }

/** What computing a review again came to. */
export const VERIFY_MESSAGES = {
  agrees: (id: number, sha256: string | null): Texts => ({
    sv: `Prövning ${id} stämmer: omräknad, sha256 ${sha256}.`,
    en: `Review ${id} agrees: computed again, sha256 ${sha256}.`,
  }),
  agreesOfLeft: (id: number): Texts => ({
    sv: `Prövning ${id}: varje siffra stämmer, omräknad ur det som är kvar; gallringen har förstört andra rader av dess version.`,
    en: `Review ${id}: every figure agrees, computed again from what is left; retention has destroyed other rows of its version.`,
  }),
  wordedOtherwise: (id: number): Texts => ({
    sv: `Prövning ${id}: varje siffra stämmer, omräknad; den här versionen formulerar iakttagelserna annorlunda.`,
    en: `Review ${id}: every figure agrees, computed again; the findings are worded otherwise by this version.`,
  }),
  gone: (id: number, basis: Basis): Texts => {
    const why = GONE[basis] ?? UNKNOWN
    return {
      sv: `Prövning ${id} går inte att räkna om: ${why.sv}.`,
      en: `Review ${id} cannot be computed again: ${why.en}.`,
    }
  },
  differs: (id: number, reasons: readonly Texts[]): Texts => ({
    sv: `Prövning ${id} stämmer inte: ${reasons.map(({ sv }) => sv).join('; ')}.`,
    en: `Review ${id} does not agree: ${reasons.map(({ en }) => en).join('; ')}.`,
  }),
  storedChanged: {
    sv: 'det lagrade underlaget har inte längre sin kontrollsumma',
    en: 'the stored evidence no longer has its hash',
  },
  sealChanged: {
    sv: 'det lagrade underlaget och dess salt har inte längre den kontrollsumma som handlingen visar',
    en: 'the stored evidence and its salt no longer have the hash that the document shows',
  },
  dataAltered: {
    sv: 'versionens data är inte vad de var, och ingen gallring har tagit något av dem',
    en: 'the data of its version are not what they were, and no purge has taken any of them',
  },
  partsDiffer: (parts: string): Texts => ({
    sv: `de här delarna blev annorlunda: ${parts}`,
    en: `these parts came out otherwise: ${parts}`,
  }),
} as const
