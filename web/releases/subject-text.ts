import { CATEGORIES } from '../../server/incidents/messages.ts'
import type { ReleaseTexts } from './messages.ts'

/** What a figure of the whole city is of: a category, a flag, or where it happened. */
export function subjectText(subject: string, { reported, language }: ReleaseTexts): string {
  return reported.subjects[subject] ?? CATEGORIES.find(({ code }) => code === subject)?.[language] ?? subject
}
