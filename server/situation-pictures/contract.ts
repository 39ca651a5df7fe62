import { z } from 'zod'
import { evidenceContract } from '../evidence/index.ts'
import { dateField, optionalText } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { PICTURE_FORMS, PICTURE_HEADINGS, PICTURE_STATES } from './headings.ts'
import { PICTURE_PATHS } from './paths.ts'

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`)
const common = { tag: 'situation-pictures', read: 'measures.read', write: 'measures.write' } as const
const MAX_HEADING = 3000

const frozenFigures = z
  .strictObject({
    at: z.iso.datetime(),
    released: z.array(evidenceContract.releasedFigure),
    surveys: z.array(evidenceContract.surveyShare),
  })
  .meta({ id: 'PictureFigures' })
export type PictureFigures = z.output<typeof frozenFigures>

export const situationPictures = workEndpoints({
  ...common,
  kind: 'situation-picture',
  name: 'SituationPicture',
  plural: 'SituationPictures',
  list: PICTURE_PATHS.situationPictures,
  one: PICTURE_PATHS.situationPicture,
  history: PICTURE_PATHS.situationPictureHistory,
  states: PICTURE_STATES,
  fields: {
    form: oneOf(PICTURE_FORMS),
    periodFrom: dateField,
    periodTo: dateField,
    problems: optionalText(MAX_HEADING),
    conditions: optionalText(MAX_HEADING),
    needs: optionalText(MAX_HEADING),
    resources: optionalText(MAX_HEADING),
    party: optionalText(120).meta({
      description: 'The party whose picture it is; of a party’s own account the name of its organisation.',
    }),
    spokenOn: dateField
      .nullable()
      .default(null)
      .meta({ description: 'The day on which a party told it, written down by the coordinator.' }),
  },
  kept: ['figures'],
  derived: {
    figures: frozenFigures.nullable().meta({
      description: 'Released figures and surveys as they stood when it was agreed or handed in.',
    }),
    isDraft: z
      .boolean()
      .meta({ description: 'A draft is read by the party that writes it, and nobody else.' }),
  },
})
export type SituationPictureResponse = z.output<typeof situationPictures.output>
/** What is stored of one, but its figures. */
export type PictureContent = Pick<
  SituationPictureResponse,
  | 'form'
  | 'periodFrom'
  | 'periodTo'
  | 'problems'
  | 'conditions'
  | 'needs'
  | 'resources'
  | 'party'
  | 'spokenOn'
>

const lines = workEndpoints({
  ...common,
  kind: 'picture-line',
  name: 'PictureLine',
  plural: 'PictureLines',
  list: PICTURE_PATHS.pictureLines,
  one: `${PICTURE_PATHS.pictureLines}/{id}`,
  history: `${PICTURE_PATHS.pictureLines}/{id}/history`,
  states: ['written'],
  fields: {
    heading: oneOf(PICTURE_HEADINGS).nullable().default(null),
    text: optionalText(300).meta({ description: 'One line under the heading; null only agrees.' }),
    party: optionalText(120).meta({
      description: 'Whose line it is; of a party’s own account the name of its organisation.',
    }),
  },
  derived: {},
})
export type PictureLineResponse = z.output<typeof lines.output>

/** Lines stand as they were written. */
export const pictureLines = {
  kind: lines.kind,
  fields: lines.fields,
  list: lines.list,
  create: lines.create,
}
