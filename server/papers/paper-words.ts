import type { Language } from '../platform/language.ts'
import { PAPER_MESSAGES, type PaperMessages } from './messages.ts'
import { type PaperBlock, type PaperSection, said, type SectionKey } from './paper.ts'
import type { PaperMaterial } from './material.ts'
import type { CityHeadings } from './paper-template.ts'

/** Words, days and numbers of a paper in one language. */
export interface PaperWords {
  readonly language: Language
  readonly messages: PaperMessages
  /** A calendar day in words, `12 mars 2026`. */
  day(day: string): string
  number(value: number): string
}

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** @param own the city's headings; null = ours */
export function paperWords(language: Language, own: CityHeadings | null): PaperWords {
  const days = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  const messages = PAPER_MESSAGES[language]
  const headings = Object.fromEntries((own ?? []).map(({ section: key, heading }) => [key, heading]))
  const numbers = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 })
  return {
    language,
    messages: { ...messages, headings: { ...messages.headings, ...headings } },
    day: (day) => days.format(Date.parse(`${day}T00:00:00Z`)),
    number: (value) => numbers.format(value),
  }
}

/** A section under its heading. @param law the part of the law that it fills */
export function section(
  { messages }: Pick<PaperWords, 'messages'>,
  key: SectionKey,
  blocks: readonly PaperBlock[],
  law: string | null = null,
): PaperSection {
  return { key, heading: messages.headings[key], law, blocks }
}

/** What stands at the top of every paper: the area, the day, for whom it is, and how much is left out. */
export function factsOf(
  { area, today, audience, leftOut }: PaperMaterial,
  { messages, day }: PaperWords,
): readonly { readonly name: string; readonly value: string }[] {
  const forWhom = messages.audiences[audience]
  const value = leftOut === 0 ? forWhom : `${forWhom}. ${messages.leftOut(leftOut)}`
  return [
    { name: messages.area, value: area.name },
    { name: messages.made, value: day(today) },
    { name: messages.audience, value },
  ]
}

/** The dates of something, in words: from, until, or nothing. */
export function datesOf(
  { beginsOn, endsOn }: { readonly beginsOn: string | null; readonly endsOn: string | null },
  { messages, day }: PaperWords,
): string {
  return [
    beginsOn === null ? '' : messages.from(day(beginsOn)),
    endsOn === null ? '' : messages.until(day(endsOn)),
  ]
    .filter((text) => text !== '')
    .join(' ')
}

/** A source line that leads to the page of the area. */
export function placeSource({ area }: PaperMaterial, { messages, language }: PaperWords): PaperBlock {
  const href = `/?page=situation&place=${area.id}${language === 'sv' ? '' : `&lang=${language}`}`
  return said('', { text: messages.openPlace, href })
}
