import { useSignal } from '@preact/signals'
import { useEffect, useId, useMemo, useRef } from 'preact/hooks'
import type { SearchHit } from '../../server/search/contract.ts'
import { HIT_NAMES } from '../../server/search/messages.ts'
import { useSite } from '../app/site-context.ts'
import { useMapState } from '../map/map-state.ts'
import { CityText } from '../ui/city-text.tsx'
import { useSearchMessages } from './messages.ts'
import { followSearch } from './search-results.ts'
import styles from './map-search.module.css'

/** A combobox for places, streets, coordinates and proposals: arrows move, Enter goes there, Escape closes. */
export function MapSearch({ say }: { readonly say: (text: string) => void }) {
  const { http, language } = useSite()
  const { goTo, found } = useMapState()
  const { search, formats } = useSearchMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const text = useSignal('')
  const open = useSignal(false)
  const at = useSignal(-1)
  const { results, stop } = useMemo(() => followSearch(http, { text, open }), [http])
  useEffect(() => stop, [stop])
  const { value, phase, failure } = results.state.value
  const hits = open.value ? (value?.items ?? []) : []
  const isTyped = text.value.trim() !== ''

  const close = () => {
    open.value = false
    at.value = -1
  }
  const choose = (hit: SearchHit | undefined) => {
    if (hit === undefined) return
    text.value = hit.name
    close()
    goTo.value = hit.bounds
    found.value = isPoint(hit) ? middleOf(hit) : null
    say(search.shown(hit.name))
  }
  const clear = () => {
    text.value = ''
    found.value = null
    close()
    input.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      open.value = true
      if (hits.length > 0)
        at.value = (Math.max(at.peek(), step > 0 ? -1 : 0) + step + hits.length) % hits.length
    } else if (event.key === 'Enter' && phase !== 'loading') {
      event.preventDefault()
      if (isTyped || at.peek() >= 0) choose(hits[Math.max(0, at.peek())])
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (open.peek()) close()
      else clear()
    }
  }
  return (
    <search class={styles.search} data-part="map-search">
      <div class={styles.box}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="M13 13l4.5 4.5" />
        </svg>
        <input
          ref={input}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={100}
          aria-label={search.label}
          placeholder={search.placeholder}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-status`}
          {...(hits.length > 0 && at.value >= 0 && { 'aria-activedescendant': `${id}-${at.value}` })}
          value={text.value}
          onFocus={() => (open.value = true)}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
            open.value = true
            at.value = -1
          }}
          onKeyDown={press}
          onBlur={close}
        />
        {isTyped && (
          <button
            type="button"
            aria-label={search.clear}
            onPointerDown={(event) => event.preventDefault()}
            onClick={clear}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M5 5l10 10M15 5L5 15" />
            </svg>
          </button>
        )}
      </div>
      <div class={styles.drop} hidden={!open.value || (hits.length === 0 && !isTyped)}>
        {!isTyped && <p class={styles.heading}>{search.recent}</p>}
        <ul id={`${id}-list`} role="listbox" aria-label={isTyped ? search.results : search.recent}>
          {hits.map((hit, index) => (
            <li
              key={`${hit.kind} ${hit.name} ${hit.bounds.join()}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at.value}
              onPointerDown={(event) => {
                event.preventDefault()
                choose(hit)
              }}
            >
              <CityText>{hit.name}</CityText>
              <small>{(hit.detail ?? HIT_NAMES[hit.kind])[language.value]}</small>
            </li>
          ))}
        </ul>
        <p id={`${id}-status`} class={hits.length > 0 ? 'visually-hidden' : styles.nothing} role="status">
          {statusText()}
        </p>
      </div>
    </search>
  )

  function statusText(): string {
    if (!open.value || !isTyped || phase === 'loading') return ''
    if (failure !== null) return search.failed
    if (hits.length === 0) return value?.notice?.[language.value] ?? search.foundNone
    return hits.length === 1 ? search.foundOne : search.found(formats.count(hits.length))
  }
}

/** Degrees below which a feature is shown as a point. */
const POINT_DEGREES = 0.0001

function isPoint({ kind, bounds: [west, south, east, north] }: SearchHit): boolean {
  return kind === 'coordinates' || Math.max(east - west, north - south) < POINT_DEGREES
}

function middleOf({ bounds: [west, south, east, north] }: SearchHit): readonly [number, number] {
  return [(west + east) / 2, (south + north) / 2]
}
