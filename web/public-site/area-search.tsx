import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { ReleaseArea } from '../releases/release.ts'
import { type AreaHit, searchHits } from './places-in-areas.ts'
import { usePublicData } from './public-context.ts'
import { useStartMessages } from './messages.ts'
import styles from './area-search.module.css'
import prose from '../ui/prose.module.css'

interface AreaSearchProps {
  readonly areas: readonly ReleaseArea[]
  readonly onChoose: (area: ReleaseArea) => void
}

const MAX_SHOWN = 8

/** A combobox for areas, by their names and by streets and places in them: arrows move, Enter chooses, Escape closes. */
export function AreaSearch({ areas, onChoose }: AreaSearchProps) {
  const { start, formats } = useStartMessages()
  const id = useId()
  const text = useSignal('')
  const open = useSignal(false)
  const at = useSignal(-1)
  const { places, loadPlaces, outlines } = usePublicData()
  const found = searchHits(text.value, areas, places.value, outlines.state.value.value, MAX_SHOWN)
  const isOpen = open.value && text.value.trim() !== ''
  const choose = (hit: AreaHit | undefined) => {
    if (hit === undefined) return
    text.value = ''
    open.value = false
    at.value = -1
    onChoose(hit.area)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      open.value = true
      at.value = (at.peek() + step + found.length) % found.length
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(found[Math.max(0, at.peek())])
    } else if (event.key === 'Escape') {
      open.value = false
      at.value = -1
    }
  }
  return (
    <div class={styles.search}>
      <label class={styles.label} for={`${id}-box`}>
        {start.search}
      </label>
      <div class={styles.box}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="M13 13l4.5 4.5" />
        </svg>
        <input
          id={`${id}-box`}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-hint`}
          {...(isOpen && at.value >= 0 && { 'aria-activedescendant': `${id}-${at.value}` })}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
            open.value = true
            at.value = -1
          }}
          onKeyDown={press}
          onFocus={() => void loadPlaces()}
          onBlur={() => (open.value = false)}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={start.search} class={styles.options} hidden={!isOpen}>
        {found.map((hit, index) => (
          <li
            key={`${hit.area.key}/${hit.place}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at.value}
            onPointerDown={(event) => {
              event.preventDefault()
              choose(hit)
            }}
          >
            {hit.place === null ? hit.area.name : start.placeIn(hit.place, hit.area.name)}
          </li>
        ))}
      </ul>
      <p id={`${id}-hint`} class={prose.hint} role="status">
        {text.value.trim() === '' ? start.searchHint : foundText(found.length)}
      </p>
    </div>
  )

  function foundText(count: number): string {
    if (count === 0) return start.foundNone
    return count === 1 ? start.foundOne : start.found(formats.count(count))
  }
}
