import type { MeasureResponse } from '../../server/measures/contract.ts'
import type { FormField } from './form-fields.tsx'
import type { WorkMessages } from './messages-sv.ts'

type WorkAudience = MeasureResponse['audience']

const NARROW_FIRST: readonly WorkAudience[] = ['parties', 'public', 'authorities']

/** For whom something is: all parties, or `usual`, unless somebody says otherwise. */
export function audienceField(
  { audience, audiences }: WorkMessages['work'],
  usual: WorkAudience = 'parties',
): FormField {
  const usualFirst = [usual, ...NARROW_FIRST.filter((own) => own !== usual)]
  return {
    name: 'audience',
    label: audience,
    kind: 'choice',
    choices: usualFirst.map((option) => [option, audiences[option]] as const),
  }
}

/** Words beside an item that is for others than all parties; null for the usual. */
export function audienceMark(audience: WorkAudience, { marks }: WorkMessages['work']): string | null {
  return audience === 'parties' ? null : marks[audience]
}
