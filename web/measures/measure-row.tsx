import { Terms } from '../glossary/terms.tsx'
import type { ComponentChildren } from 'preact'
import { audienceField, audienceMark } from '../work/audience-field.ts'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { useWorkMessages } from '../work/messages.ts'
import { WorkRow } from '../work/work-row.tsx'
import type { BoxProps } from './box.ts'
import type { Measure } from './measure-calls.ts'
import { measureBody, measureFields, measureValues } from './measure-fields.ts'
import { useMeasureMessages } from './messages.ts'

interface MeasureRowProps {
  readonly measure: Measure
  /** Name of its place, where that is not clear. */
  readonly place?: string | null
  readonly children?: ComponentChildren
}

/** A measure: what, who, when, by which decision and with which money. */
export function MeasureRow({ measure, place = null, children }: MeasureRowProps) {
  const texts = useMeasureMessages()
  const { measures: messages, formats } = texts
  const { work } = useWorkMessages()
  const { title, type, owner, parties, beginsOn, endsOn, state, late, decision, cancelledBecause } = measure
  const decided =
    decision === null
      ? null
      : `${decision.name} ${formats.date(decision.decidedOn)} § ${decision.section}${
          decision.caseNumber == null ? '' : `, ${decision.caseNumber}`
        }`
  return (
    <WorkRow
      title={title}
      mark={late ? messages.late : messages.measureStates[state as keyof typeof messages.measureStates]}
      late={late}
      say={(text) => <Terms>{text}</Terms>}
      lines={[
        place,
        messages.types[type],
        [owner, ...parties].join(', '),
        beginsOn === null ? null : messages.from(formats.date(beginsOn)),
        endsOn === null ? null : messages.until(formats.date(endsOn)),
        decided,
        moneyText(measure, texts),
        cancelledBecause === null ? null : messages.because(cancelledBecause),
        audienceMark(measure.audience, work),
      ]}
    >
      {children}
    </WorkRow>
  )
}

/** A measure that may be changed where it stands. */
export function EditableMeasure({ measure, ...props }: BoxProps & { readonly measure: Measure }) {
  const { measures: messages } = useMeasureMessages()
  const { work } = useWorkMessages()
  return (
    <MeasureRow measure={measure}>
      {props.mayWrite && (
        <ItemEdit
          name={`measure ${measure.id}`}
          item={measure}
          fields={measureFields(messages, props.work, props.owners, audienceField(work))}
          values={measureValues(measure)}
          onSave={(values, revision) => props.onChange('measures', measure.id, revision, measureBody(values))}
          onReload={props.onReload}
        />
      )}
    </MeasureRow>
  )
}

function moneyText({ money }: Measure, { measures, formats }: ReturnType<typeof useMeasureMessages>) {
  if (money === null) return null
  const { amountSek, kind, source, state, runningSekYearly } = money
  const what = measures.money(
    formats.count(amountSek),
    measures.moneyKinds[kind],
    measures.moneySources[source],
  )
  const after = runningSekYearly === null ? '' : `, ${measures.runningAfter(formats.count(runningSekYearly))}`
  return `${what}: ${measures.moneyStates[state]}${after}`
}

/** A form of a new measure. */
export function MeasureForm({ work, areaId, owners, onAdd }: BoxProps) {
  const { measures: messages } = useMeasureMessages()
  const { work: words } = useWorkMessages()
  return (
    <ItemForm
      name={`measure of place ${areaId}`}
      summary={messages.addMeasure}
      fields={measureFields(messages, work, owners, audienceField(words))}
      onSave={(values) => onAdd('measures', measureBody(values))}
    />
  )
}
