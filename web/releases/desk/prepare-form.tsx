import { useSignal } from '@preact/signals'
import { isYear } from '../area-series.ts'
import { periodText } from '../period-text.ts'
import { LongStep } from './long-step.tsx'
import { useDeskMessages } from './messages.ts'
import type { Due, Release } from './release-calls.ts'
import { weeksText } from './release-name.ts'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'

interface PrepareFormProps {
  readonly due: Due
  readonly onPrepare: (period: string) => Promise<readonly Release[]>
}

const PLACES = 'places'

/** What is due, and the button that has it computed, protected and tested. */
export function PrepareForm({ due, onPrepare }: PrepareFormProps) {
  const { desk, language, formats } = useDeskMessages()
  const { prepare } = desk
  const chosen = useSignal<string | null>(null)
  const nothing = useSignal(false)
  const years = due.periods.filter(isYear)
  const quarters = due.periods.filter((period) => !isYear(period))
  const choices = [...(due.places === null ? [] : [PLACES]), ...due.periods]
  const period = choices.find((choice) => choice === chosen.value) ?? due.periods[0] ?? choices[0]
  const group = (label: string, periods: readonly string[]) =>
    periods.length > 0 && (
      <optgroup label={label}>
        {periods.map((each) => (
          <option key={each} value={each}>
            {periodText(each, language)}
          </option>
        ))}
      </optgroup>
    )
  return (
    <section class={sections.section} aria-labelledby="prepare-release">
      <h2 id="prepare-release">{prepare.title}</h2>
      {period === undefined ? (
        <p class={prose.hint}>{prepare.nothingDue}</p>
      ) : (
        <>
          <p class={prose.hint}>{prepare.lead}</p>
          <label class={fields.field}>
            <span class={fields.label}>{prepare.what}</span>
            <select value={period} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
              {group(prepare.quarters, quarters)}
              {group(prepare.years, years)}
              {due.places !== null && (
                <option value={PLACES}>
                  {prepare.places(weeksText(due.places.from, formats), formats.count(due.places.count))}
                </option>
              )}
            </select>
          </label>
          <LongStep
            label={prepare.button}
            isStrong
            working={desk.working}
            failures={{ conflict: prepare.conflict, unprocessable: prepare.unprocessable }}
            onPress={async () => {
              nothing.value = false
              nothing.value = (await onPrepare(period)).length === 0
            }}
          />
          <div role="status">{nothing.value && <p>{prepare.noPlace}</p>}</div>
        </>
      )}
    </section>
  )
}
