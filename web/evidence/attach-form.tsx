import { useMemo } from 'preact/hooks'
import type { ObservationKind } from '../../server/observations/observation-kinds.ts'
import { createResource } from '../app/api/resource.ts'
import { type FormField, textOf } from '../work/form-fields.tsx'
import { ItemForm } from '../work/item-form.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { Citable, EvidenceCalls, EvidenceItem } from './evidence-calls.ts'
import { cellsText, releasedText, surveyText } from './figure-text.ts'
import { type FigureTexts, useEvidenceMessages, useFigureTexts } from './messages.ts'
import { KIND_NAMES } from '../../server/observations/messages.ts'
import prose from '../ui/prose.module.css'

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
        if (phase === 'idle' || phase === 'failed')
          void citable.load((signal) => calls.citable(about.areaId, signal))
      }}
      fields={attachFields(value ?? NOTHING, texts)}
      note={(values) => <StaffNote values={values} citable={value ?? NOTHING} />}
      onSave={async (values) => {
        const { id: partOf, areaId } = about
        await calls.attach({
          areaId,
          partOf,
          audience: isForStaff(values['kind']) ? 'authorities' : about.audience,
          pointer: pointerOf(values),
          text: textOf(values, 'text'),
        })
        await onDone()
      }}
    />
  )
}

const NOTHING: Citable = { released: [], surveys: [], cells: [], findings: [] }
const isForStaff = (kind: string | undefined) => kind === 'cells' || kind === 'finding'

interface StaffNoteProps {
  readonly values: FormValues
  readonly citable: Citable
}

/** For whom evidence of staff is, and a finding in full: a list on a phone cuts it off. */
function StaffNote({ values: { kind, finding = '' }, citable }: StaffNoteProps) {
  const { evidence: messages, language } = useEvidenceMessages()
  if (!isForStaff(kind)) return null
  const chosen = citable.findings.find((known) => findingValue(known) === finding)
  return (
    <>
      {kind === 'finding' && chosen !== undefined && <p>{chosen.words[language]}</p>}
      <p class={prose.hint}>{messages.staffNote}</p>
    </>
  )
}

const findingValue = ({ reviewId, finding }: Citable['findings'][number]) =>
  JSON.stringify({ reviewId, finding })

type IsOf = (kind: string) => (values: FormValues) => boolean

function attachFields(citable: Citable, texts: FigureTexts): readonly FormField[] {
  const { evidence: messages } = texts.evidence
  const { released, surveys, cells, findings } = citable
  const kinds = [
    ...(released.length > 0 ? (['release'] as const) : []),
    ...(surveys.length > 0 ? (['survey'] as const) : []),
    ...(cells.length > 0 ? (['cells'] as const) : []),
    ...(findings.length > 0 ? (['finding'] as const) : []),
    'observations' as const,
    'document' as const,
  ]
  const isOf: IsOf =
    (kind) =>
    ({ kind: chosen = '' }) =>
      (chosen === '' ? kinds[0] : chosen) === kind
  return [
    {
      name: 'kind',
      label: messages.pointAt,
      kind: 'choice',
      choices: kinds.map((kind) => [kind, messages.kinds[kind]]),
    },
    ...figureFields(citable, texts, isOf),
    ...namedFields(texts, isOf),
    { name: 'text', label: messages.shows, kind: 'text', maxLength: 300 },
  ]
}

/** What is chosen of a list: its value is what the pointer holds beside its kind. */
function figureFields(citable: Citable, texts: FigureTexts, isOf: IsOf): readonly FormField[] {
  const { evidence: messages, language } = texts.evidence
  const choice = (name: string, label: string, choices: readonly (readonly [string, string])[]) =>
    ({ name, label, kind: 'choice', when: isOf(name), choices }) as const
  return [
    choice(
      'release',
      messages.whichFigure,
      citable.released.map((figure) => {
        const { series, register, group, period } = figure
        return [JSON.stringify({ series, register, group, period }), releasedText(figure, texts)]
      }),
    ),
    choice(
      'survey',
      messages.whichFigure,
      citable.surveys.map((figure) => {
        const { indicator, wave, group } = figure
        return [JSON.stringify({ indicator, wave, group }), surveyText(figure, texts)]
      }),
    ),
    choice(
      'cells',
      messages.whichFigure,
      citable.cells.map((set) => {
        const { group, from, to } = set
        return [JSON.stringify({ group, from, to }), cellsText(set, texts)]
      }),
    ),
    choice(
      'finding',
      messages.whichFinding,
      citable.findings.map((known) => {
        const title = messages.reviewed(String(known.reviewId), known.title)
        return [findingValue(known), `${title}: ${known.words[language]}`]
      }),
    ),
  ]
}

/** What is named: kinds and weeks of observations, the address of a document. */
function namedFields({ evidence: { evidence: messages, language } }: FigureTexts, isOf: IsOf): FormField[] {
  const [ofObservations, ofDocument] = [isOf('observations'), isOf('document')]
  return [
    {
      name: 'observed',
      label: messages.whichKind,
      kind: 'choice',
      when: ofObservations,
      choices: Object.entries(KIND_NAMES[language]),
    },
    { name: 'from', label: messages.firstDay, kind: 'date', required: true, when: ofObservations },
    { name: 'to', label: messages.lastDay, kind: 'date', required: true, when: ofObservations },
    {
      name: 'address',
      label: messages.address,
      kind: 'text',
      required: true,
      maxLength: 500,
      when: ofDocument,
    },
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
