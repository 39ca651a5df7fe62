import { useSignal, useSignalEffect } from '@preact/signals'
import { type Corner, cornersOf, EMPTY_CORNER, polygonOf } from './corners.ts'
import { useProposal } from './proposal.ts'
import { useProposalMessages } from './messages.ts'
import styles from './coordinate-table.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** The area as a table of corners: drawing for those who do not use a pointer. */
export function CoordinateTable() {
  const { draft, tool } = useProposal()
  const { proposal: messages } = useProposalMessages()
  const corners = useSignal<readonly Corner[]>(cornersOf(draft.area.peek()) ?? [])
  const invalid = useSignal(false)

  useSignalEffect(() => {
    corners.value = cornersOf(draft.area.value) ?? []
    invalid.value = false
  })
  if (cornersOf(draft.area.value) === null) return null

  const change = (index: number, part: Partial<Corner>) => {
    corners.value = corners.peek().map((corner, at) => (at === index ? { ...corner, ...part } : corner))
  }
  const use = (event: Event) => {
    event.preventDefault()
    const polygon = polygonOf(corners.peek())
    invalid.value = polygon === null
    if (polygon === null) return
    draft.set(polygon)
    tool.peek()?.show(polygon)
  }
  return (
    <details class={prose.fold}>
      <summary>{messages.coordinates}</summary>
      <form class={styles.coordinates} onSubmit={use} noValidate>
        <p class={prose.hint} id="coordinates-hint">
          {messages.coordinatesHint}
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">#</span>
              </th>
              <th scope="col">{messages.latitude}</th>
              <th scope="col">{messages.longitude}</th>
              <th scope="col">
                <span class="visually-hidden">{messages.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {corners.value.map((corner, index) => (
              <CornerRow
                key={index}
                corner={corner}
                number={String(index + 1)}
                removable={corners.value.length > 3}
                onChange={(part) => change(index, part)}
                onRemove={() => (corners.value = corners.peek().filter((_, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
        {invalid.value && (
          <p class={fields.problem} role="alert">
            {messages.coordinatesInvalid}
          </p>
        )}
        <div class={controls.toolRow}>
          <button
            type="button"
            class={controls.quietButton}
            onClick={() => (corners.value = [...corners.peek(), EMPTY_CORNER])}
          >
            {messages.addCorner}
          </button>
          <button type="submit" class={controls.button}>
            {messages.useCoordinates}
          </button>
        </div>
      </form>
    </details>
  )
}

interface CornerRowProps {
  readonly corner: Corner
  readonly number: string
  readonly removable: boolean
  readonly onChange: (part: Partial<Corner>) => void
  readonly onRemove: () => void
}

function CornerRow({ corner, number, removable, onChange, onRemove }: CornerRowProps) {
  const { proposal: messages } = useProposalMessages()
  const field = (name: keyof Corner) => (
    <input
      type="text"
      inputMode="decimal"
      autocomplete="off"
      aria-label={`${messages.corner(number)}, ${messages[name].toLowerCase()}`}
      value={corner[name]}
      onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  )
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>{field('latitude')}</td>
      <td>{field('longitude')}</td>
      <td>
        {removable && (
          <button
            type="button"
            class={controls.iconButton}
            aria-label={messages.removeCorner(number)}
            onClick={onRemove}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M5 5l10 10M15 5L5 15" />
            </svg>
          </button>
        )}
      </td>
    </tr>
  )
}
