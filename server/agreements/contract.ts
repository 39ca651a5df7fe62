import { z } from 'zod'
import { boardDecision } from '../platform/http/fields/board-decision.ts'
import { dateField, optionalText, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { AGREEMENT_PATHS } from './paths.ts'

const MAX_LIST = 20
const texts = (length: number) => z.array(textField(length)).max(MAX_LIST, `at most ${MAX_LIST}`)
const decision = z
  .strictObject({ ...boardDecision.shape, caseNumber: optionalText(60) })
  .nullable()
  .default(null)
const common = { tag: 'agreements', read: 'measures.read', write: 'meetings.write' } as const

export const agreements = workEndpoints({
  ...common,
  kind: 'agreement',
  name: 'Agreement',
  plural: 'Agreements',
  list: AGREEMENT_PATHS.agreements,
  one: AGREEMENT_PATHS.agreement,
  history: AGREEMENT_PATHS.agreementHistory,
  states: ['proposed', 'decided', 'ended'],
  fields: {
    parties: texts(120).min(2, 'at least two').meta({ description: 'Who agree: boards, police, owners.' }),
    beginsOn: dateField,
    endsOn: dateField,
    problemAreas: texts(200).default([]),
    forums: texts(120).default([]).meta({ description: 'Where they meet.' }),
    decision,
    yearlyPlan: optionalText(2000),
  },
  derived: {
    endsInDays: z
      .int()
      .nullable()
      .meta({ description: 'Told from 60 days before it ends; below 0 once it has ended. Else null.' }),
  },
})
export type AgreementResponse = z.output<typeof agreements.output>

export const promises = workEndpoints({
  ...common,
  kind: 'promise',
  name: 'Promise',
  plural: 'Promises',
  list: AGREEMENT_PATHS.promises,
  one: AGREEMENT_PATHS.promise,
  history: AGREEMENT_PATHS.promiseHistory,
  states: ['proposed', 'decided', 'kept', 'not-kept'],
  fields: {
    sentence: textField(200).meta({ description: 'What police and city promise, in one sentence.' }),
    where: optionalText(200),
    beginsOn: dateField,
    endsOn: dateField,
    measureIds: z
      .array(wholeNumber(1, 2 ** 31 - 1))
      .max(MAX_LIST, `at most ${MAX_LIST}`)
      .default([]),
    decision,
    outcome: optionalText(600).meta({ description: 'What came of it; needed once it is kept or not kept.' }),
  },
  derived: {},
})
export type PromiseResponse = z.output<typeof promises.output>

type Common = 'id' | 'areaId' | 'partOf' | 'audience' | 'state' | 'dueOn' | 'revision' | 'changed'
/** The content of each kind, as it is stored. */
export type AgreementContent = Omit<AgreementResponse, Common | 'endsInDays'>
export type PromiseContent = Omit<PromiseResponse, Common>

/** A promise as everybody reads it on the city's page, from its decision on. */
export const publicPromise = z.strictObject({
  sentence: z.string(),
  where: z.string().nullable(),
  /** The districts that it is about, by name. */
  districts: z.array(z.string()),
  beginsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(['decided', 'kept', 'not-kept']),
  outcome: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type PublicPromise = z.output<typeof publicPromise>
