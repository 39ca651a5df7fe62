import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { picturesEn } from './messages-en.ts'
import { type PictureMessages, picturesSv } from './messages-sv.ts'

export const pictureMessages = createMessages<PictureMessages>({ sv: picturesSv, en: picturesEn })
export const usePictureMessages = (): Texts & PictureMessages => useMessages(pictureMessages)

export type PictureHeading = keyof PictureMessages['pictures']['headings']

/** The four headings in their order, with their words. */
export function headingsOf({
  headings,
}: PictureMessages['pictures']): readonly (readonly [PictureHeading, string])[] {
  return Object.entries(headings) as readonly (readonly [PictureHeading, string])[]
}
