import { z } from 'zod'
import { dateField, optionalText, textField } from '../platform/http/fields/text-fields.ts'
import type { Language } from '../platform/language.ts'
import { workEndpoints } from '../work/index.ts'
import { BOARD_CASE_PATHS } from './paths.ts'

/** An official statement of the board's own, or what it says to a referral of somebody else's. */
const CASE_FORMS = ['statement', 'referral-answer'] as const
const MAX_ATTACHMENTS = 20

export const consultations = workEndpoints({
  kind: 'consultation',
  name: 'Consultation',
  plural: 'Consultations',
  list: BOARD_CASE_PATHS.consultations,
  one: BOARD_CASE_PATHS.consultation,
  history: BOARD_CASE_PATHS.consultationHistory,
  tag: 'board-cases',
  read: 'measures.read',
  write: 'measures.write',
  states: ['open', 'followed-up'],
  fields: {
    who: textField(120).meta({ description: 'The council, group or parties that were consulted.' }),
    heldOn: dateField,
    said: textField(500).meta({ description: 'What was said, by the group and not by a person.' }),
    outcome: optionalText(500).meta({ description: 'What came of it; needed once it is followed up.' }),
  },
  derived: {},
})
export type ConsultationResponse = z.output<typeof consultations.output>

export const boardCases = workEndpoints({
  kind: 'board-case',
  name: 'BoardCase',
  plural: 'BoardCases',
  list: BOARD_CASE_PATHS.boardCases,
  one: BOARD_CASE_PATHS.boardCase,
  history: BOARD_CASE_PATHS.boardCaseHistory,
  tag: 'board-cases',
  read: 'board-reports.read',
  write: 'board-reports.write',
  defaultAudience: 'authorities',
  states: ['draft', 'filed'],
  fields: {
    form: z.enum(CASE_FORMS, `one of ${CASE_FORMS.join(', ')}`),
    title: textField(200),
    board: textField(120).meta({ description: 'The board that decides.' }),
    caseNumber: optionalText(60).meta({ description: 'Its number in the board’s register.' }),
    referredBy: optionalText(120).meta({
      description: 'Who has sent the referral; needed to answer one, as is `dueOn`.',
    }),
    proposal: optionalText(4000).meta({ description: 'What the board is proposed to decide.' }),
    summary: optionalText(4000),
    background: optionalText(8000),
    matter: optionalText(8000),
    views: optionalText(8000).meta({ description: 'Views and proposals.' }),
    equality: optionalText(4000).meta({ description: 'Analysis of gender equality.' }),
    attachments: z
      .array(textField(200))
      .max(MAX_ATTACHMENTS, `at most ${MAX_ATTACHMENTS}`)
      .default([])
      .meta({ description: 'A line each.' }),
  },
  derived: {
    late: z.boolean().meta({ description: 'Still a draft, and its due day has passed.' }),
    filedOn: z.string().nullable().meta({ description: 'The day that its paper is of; null for a draft.' }),
  },
})
export type BoardCaseResponse = z.output<typeof boardCases.output>

type Common = 'id' | 'areaId' | 'partOf' | 'audience' | 'state' | 'dueOn' | 'revision' | 'changed'
/** The content of each kind, as it is stored. */
export type ConsultationContent = Omit<ConsultationResponse, Common>
export type BoardCaseContent = Omit<BoardCaseResponse, Common | 'late' | 'filedOn'> & {
  /** Its paper in both languages as it was on the day it was filed; absent from cases filed before this was kept. */
  readonly filed?: { readonly on: string; readonly papers: Readonly<Record<Language, unknown>> }
}
