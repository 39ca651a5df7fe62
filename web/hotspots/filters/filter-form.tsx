import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { cellReason } from './permitted-filters.ts'
import { CELL_CHOICES, type CellChoice, DEFAULT_FILTERS, EXPOSURES, type Filters } from './filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useSelection } from '../selection.ts'
import { CompareField } from '../changes/compare-field.tsx'
import { DayPartField } from './day-part-field.tsx'
import { HoursField } from './hours-field.tsx'
import { PeriodField } from './period-field.tsx'
import { WeekPainter } from './week-painter.tsx'
import { WeekPartField } from './week-part-field.tsx'
import { WeekdaysField } from './weekdays-field.tsx'
import { useHotspotMessages } from '../messages.ts'
import styles from './filter-form.module.css'
import blocks from '../../ui/blocks.module.css'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'

/** The form of filters and cell size. */
export function FilterForm() {
  const { filters, limited } = useHotspots()
  const selection = useSelection()
  const { filters: messages } = useHotspotMessages()
  const change = (part: Partial<Filters>) => {
    filters.value = { ...filters.peek(), ...part }
  }
  const unavailable = (cell: CellChoice) => {
    const reason = limited ? cellReason(filters.value, cell) : null
    return reason === null ? null : messages.reasons[reason]
  }
  return (
    <section class={blocks.block}>
      <h2 class={blocks.title}>{messages.title}</h2>
      <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
        <PeriodField />
        <CompareField />
        {limited ? <DayPartField /> : <HoursField />}
        {limited ? <WeekPartField /> : <WeekdaysField />}
        <WeekPainter />
        <div class={fields.pair}>
          <ChoiceSelect
            label={messages.cell}
            value={filters.value.cell}
            choices={CELL_CHOICES}
            unavailable={unavailable}
            words={(choice) => (choice === 'auto' ? messages.cellAuto : `${choice} m`)}
            onChange={(cell) => {
              selection.cell.value = null
              change({ cell })
            }}
          />
          <ChoiceSelect
            label={messages.exposure}
            value={filters.value.exposure}
            choices={EXPOSURES}
            words={(choice) => messages.exposures[choice]}
            onChange={(exposure) => change({ exposure })}
          />
        </div>
        {isNarrowed(filters.value) && (
          <button
            type="button"
            class={controls.linkButton}
            onClick={() => change({ ...DEFAULT_FILTERS, group: filters.peek().group })}
          >
            {messages.reset}
          </button>
        )}
      </form>
    </section>
  )
}

/** Whether any filter but the group differs from the default. */
function isNarrowed(filters: Filters): boolean {
  return JSON.stringify({ ...filters, group: '' }) !== JSON.stringify({ ...DEFAULT_FILTERS, group: '' })
}
