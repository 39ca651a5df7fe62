import { CELL_CHOICES, DEFAULT_FILTERS, EXPOSURES, type Filters } from '../../state/filters.ts'
import { useWorkspace } from '../../state/workspace-context.ts'
import { HoursField } from './hours-field.tsx'
import { PeriodField } from './period-field.tsx'
import { WeekdaysField } from './weekdays-field.tsx'

/** Which incidents count, and in what cells. */
export function FilterForm() {
  const { filters, texts, selected } = useWorkspace()
  const { filters: words } = texts.value
  const change = (part: Partial<Filters>) => (filters.value = { ...filters.peek(), ...part })
  const { cell, exposure } = filters.value
  return (
    <section class="block">
      <h2 class="block-title">{words.title}</h2>
      <form class="filter-form" onSubmit={(event) => event.preventDefault()}>
        <PeriodField />
        <HoursField />
        <WeekdaysField />
        <div class="field-pair">
          <label class="field">
            <span class="field-label">{words.cell}</span>
            <select
              value={cell}
              onChange={({ currentTarget }) => {
                selected.value = null
                change({ cell: currentTarget.value as Filters['cell'] })
              }}
            >
              {CELL_CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {choice === 'auto' ? words.cellAuto : `${choice} m`}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span class="field-label">{words.exposure}</span>
            <select
              value={exposure}
              onChange={({ currentTarget }) =>
                change({ exposure: currentTarget.value as Filters['exposure'] })
              }
            >
              {EXPOSURES.map((choice) => (
                <option key={choice} value={choice}>
                  {words.exposures[choice]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {isNarrowed(filters.value) && (
          <button
            type="button"
            class="link-button"
            onClick={() => change({ ...DEFAULT_FILTERS, group: filters.peek().group })}
          >
            {words.reset}
          </button>
        )}
      </form>
    </section>
  )
}

function isNarrowed(filters: Filters): boolean {
  return JSON.stringify({ ...filters, group: '' }) !== JSON.stringify({ ...DEFAULT_FILTERS, group: '' })
}
