import type { Language } from '../../i18n/language.ts'
import type { Formats } from '../../i18n/formats.ts'
import { addDays } from '../../i18n/dates.ts'
import { periodText } from '../period-text.ts'
import type { Release } from './release-calls.ts'

const LAST_DAY = 27

/** The days of a place's four weeks from the key of its release, in words. */
export function weeksText(from: string, formats: Pick<Formats, 'days'>): string {
  return formats.days(from, addDays(from, LAST_DAY))
}

/** What a release is of: a period of the whole city, or a place with its four weeks. */
export function releaseName(
  { kind, key, placeId }: Pick<Release, 'kind' | 'key' | 'placeId'>,
  placeNames: ReadonlyMap<number, string>,
  { formats, language }: { readonly formats: Pick<Formats, 'days'>; readonly language: Language },
): string {
  if (kind === 'public') return periodText(key, language)
  const name = (placeId === null ? undefined : placeNames.get(placeId)) ?? key
  return `${name}, ${weeksText(key.split('/').at(-1) ?? '', formats)}`
}
