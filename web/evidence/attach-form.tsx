import { useMemo } from 'preact/hooks'
import type { ObservationKind } from '../../server/observations/observation-kinds.ts'
import { createResource } from '../app/api/resource.ts'
import { type FormField, textOf } from '../work/form-fields.tsx'
import { ItemForm } from '../work/item-form.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { Citable, EvidenceCalls, EvidenceItem } from './evidence-calls.ts'
import { releasedText, surveyText } from './figure-text.ts'
import { type FigureTexts, useFigureTexts } from './messages.ts'
import { KIND_NAMES } from '../../server/observations/messages.ts'

interface AttachFormProps {
  readonly about: {
    readonly id: number
    readonly areaId: number
    readonly audience: EvidenceItem['audience']
  }
  readonly calls: EvidenceCalls
  readonly onDone: () => Promise<unknown>
}

/** Attaches evidence by pointing: what there is to point at is read when the form is opened. */
export function AttachForm({ about, calls, onDone }: AttachFormProps) {
  const texts = useFigureTexts()
  const { evidence: messages } = texts.evidence
  const citable = useMemo(() => createResource<Citable>(), [])
  const { phase, value } = citable.state.value
  return (
    <ItemForm
      name={`evidence for ${about.id}`}
      summary={messages.attach}
      save={messages.attachIt}
      onOpen={() => {
        if (phase === 'idle') void citable.load((signal) => calls.citable(about.areaId, signal))
      }}
      fields={attachFields(value ?? { released: [], surveys: [] }, texts)}
      onSave={async (values) => {
        const { id: partOf, areaId, audience } = about
        await calls.attach({
          areaId,
          partOf,
          audience,
          pointer: pointerOf(values),
          text: textOf(values, 'text'),
        })
        await onDone()
      }}
    />
  )
}

function attachFields({ released, surveys }: Citable, texts: FigureTexts): readonly FormField[] {
  const { evidence: messages, language } = texts.evidence
  const kinds = [
    ...(released.length > 0 ? (['release'] as const) : []),
    ...(surveys.length > 0 ? (['survey'] as const) : []),
    'observations' as const,
    'document' as const,
  ]
  const isOf =
    (kind: string) =>
    ({ kind: chosen = '' }: FormValues) =>
      (chosen === '' ? kinds[0] : chosen) === kind
  return [
    {
      name: 'kind',
      label: messages.pointAt,
      kind: 'choice',
      choices: kinds.map((kind) => [kind, messages.kinds[kind]]),
    },
    {
      name: 'release',
      label: messages.whichFigure,
      kind: 'choice',
      when: isOf('release'),
      choices: released.map((figure) => {
        const { series, register, group, period } = figure
        return [JSON.stringify({ series, register, group, period }), releasedText(figure, texts)]
      }),
    },
    {
      name: 'survey',
      label: messages.whichFigure,
      kind: 'choice',
      when: isOf('survey'),
      choices: surveys.map((figure) => {
        const { indicator, wave, group } = figure
        return [JSON.stringify({ indicator, wave, group }), surveyText(figure, texts)]
      }),
    },
    {
      name: 'observed',
      label: messages.whichKind,
      kind: 'choice',
      when: isOf('observations'),
      choices: Object.entries(KIND_NAMES[language]),
    },
    { name: 'from', label: messages.firstDay, kind: 'date', required: true, when: isOf('observations') },
    { name: 'to', label: messages.lastDay, kind: 'date', required: true, when: isOf('observations') },
    {
      name: 'address',
      label: messages.address,
      kind: 'text',
      required: true,
      maxLength: 500,
      when: isOf('document'),
    },
    { name: 'text', label: messages.shows, kind: 'text', maxLength: 300 },
  ]
}

function pointerOf(values: FormValues): EvidenceItem['pointer'] {
  const { kind, observed, from = '', to = '', address = '' } = values
  if (kind === 'document') return { kind, address }
  if (kind === 'observations')
    return { kind, observed: observed as ObservationKind, from: mondayOf(from), to: sundayOf(to) }
  return { kind, ...JSON.parse(values[kind ?? ''] ?? '{}') } as EvidenceItem['pointer']
}

const DAY_MS = 86_400_000

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return new Date(Date.parse(`${day}T00:00:00Z`) - weekday * DAY_MS).toISOString().slice(0, 10)
}

function sundayOf(day: string): string {
  return new Date(Date.parse(`${mondayOf(day)}T00:00:00Z`) + 6 * DAY_MS).toISOString().slice(0, 10)
}
