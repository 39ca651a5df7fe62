import { z } from 'zod'
import { dateField, optionalText, textField } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { NOTICE_EVENTS, NOTICE_STATES, NOTICE_STATUSES } from './enumerations.ts'
import { NOTICE_PATHS } from './paths.ts'

const MAX_AGREED = 10
const instant = z.iso.datetime().nullable()

export const notices = workEndpoints({
  kind: 'notice',
  name: 'Notice',
  plural: 'Notices',
  list: NOTICE_PATHS.notices,
  one: NOTICE_PATHS.notice,
  history: NOTICE_PATHS.noticeHistory,
  tag: 'notices',
  read: 'notices.read',
  write: 'notices.write',
  states: NOTICE_STATES,
  fields: {
    event: z.enum(NOTICE_EVENTS, `one of ${NOTICE_EVENTS.join(', ')}`),
    title: textField(120),
    text: textField(600),
    titleEn: optionalText(120).meta({ description: 'With `textEn`, or neither.' }),
    textEn: optionalText(600),
    agreedWith: z
      .array(textField(120))
      .max(MAX_AGREED, `at most ${MAX_AGREED}`)
      .default([])
      .meta({ description: 'With whom the words are agreed: the police, an owner.' }),
    source: textField(160).meta({ description: 'From whom the city knows it.' }),
    owner: textField(120).meta({ description: 'The board, company or party that answers for it.' }),
    beginsOn: dateField.nullable().default(null),
    endsOn: dateField
      .nullable()
      .default(null)
      .meta({ description: 'Its last day, after which it ends by itself.' }),
  },
  derived: {
    status: z.enum(NOTICE_STATUSES).meta({ description: 'By the city’s calendar, now.' }),
    publishedAt: instant.meta({ description: 'When it was published first.' }),
    correctedAt: instant.meta({ description: 'When its words or days were changed last since then.' }),
  },
  kept: ['publishedAt', 'correctedAt'],
})
export type NoticeResponse = z.output<typeof notices.output>

type Common = 'id' | 'areaId' | 'partOf' | 'audience' | 'state' | 'dueOn' | 'revision' | 'changed'
/** The content of a notice, as it is stored. */
export type NoticeContent = Omit<NoticeResponse, Common | 'status'>

/** A notice as everybody reads it: no name of a person, and no id but that of its address. */
export const publicNotice = z.strictObject({
  id: z.int(),
  event: z.enum(NOTICE_EVENTS),
  title: z.string(),
  text: z.string(),
  titleEn: z.string().nullable(),
  textEn: z.string().nullable(),
  agreedWith: z.array(z.string()),
  source: z.string(),
  owner: z.string(),
  /** The place or district, by name. */
  area: z.string(),
  /** The districts that it is about, by name. */
  districts: z.array(z.string()),
  beginsOn: z.iso.date(),
  endsOn: z.iso.date(),
  publishedAt: z.iso.datetime(),
  correctedAt: instant,
})
export type PublicNotice = z.output<typeof publicNotice>
