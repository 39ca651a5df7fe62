import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { CellProperties } from '../app/api/responses.ts'
import { cellText } from './cell-text.ts'
import { selectedCell, selectedFeature } from './selected-cell.ts'
import type { CellSummary } from './cell.ts'
import { useHotspots } from './hotspots.ts'
import { useSelection } from './selection.ts'
import type { Area } from '../map/geometry.ts'
import { FeatureList } from '../layers/feature-list.tsx'
import { useHotspotMessages } from './messages.ts'
import styles from './cell-card.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

interface CellCardProps {
  /** True while the card is hidden. */
  readonly paused: ReadonlySignal<boolean>
  /** Uses the cell as the area of a check. */
  readonly onTry: (area: Area) => void
}

/** The selected cell and the features there in words, with the figures behind them. */
export function CellCard({ paused, onTry }: CellCardProps) {
  const hotspots = useHotspots()
  const selection = useSelection()
  const texts = useHotspotMessages()
  const { filters } = hotspots
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<Element | null>(null)
  const { app, cell: messages } = texts
  const key = selection.cell.value
  const state = selectedCell(hotspots, selection)
  const features = selection.features.value
  const id = key === null ? (features.length === 0 ? null : 'things') : `${key.i},${key.j}`

  useEffect(() => {
    if (id === null) return
    opener.current ??= document.activeElement
    heading.current?.focus({ preventScroll: true })
  }, [id])

  const close = () => {
    selection.clear()
    if (opener.current instanceof HTMLElement) opener.current.focus()
    opener.current = null
  }
  if (id === null || paused.value) return null
  const feature = selectedFeature(hotspots, key)
  return (
    <aside
      class={styles.card}
      aria-labelledby="cell-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div class={styles.head}>
        <h2 id="cell-title" ref={heading} tabIndex={-1}>
          {key === null ? messages.here : messages.title}
        </h2>
        <button type="button" class={controls.iconButton} aria-label={app.close} onClick={close}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" />
          </svg>
        </button>
      </div>
      <div class={styles.body}>
        <FeatureList features={features} />
        {state.phase === 'loading' && <p>{app.loading}</p>}
        {state.phase === 'missing' && <p>{messages.missing}</p>}
        {state.phase === 'found' && (
          <>
            <p class={styles.claim} data-class={state.cell.class} data-part="cell-claim">
              {cellText(state.cell, filters.value.exposure, texts)}
            </p>
            <p class={prose.hint}>{messages.ringNote}</p>
            <CellFigures cell={state.cell} />
            {feature !== null && (
              <button
                type="button"
                class={controls.quietButton}
                onClick={() => {
                  onTry(feature.geometry)
                  selection.cell.value = null
                }}
              >
                {messages.tryAsProposal}
              </button>
            )}
          </>
        )}
      </div>
    </aside>
  )
}

/** The counts, with the tests folded away. */
function CellFigures({ cell }: { readonly cell: CellSummary & Partial<CellProperties> }) {
  const { cell: messages, formats } = useHotspotMessages()
  const interval =
    cell.low === null || cell.high === null ? '–' : `${formats.ratio(cell.low)}–${formats.ratio(cell.high)}`
  const dominance = cell.dominance ?? null
  return (
    <>
      <dl class={styles.figures}>
        <Figure term={messages.count} value={formats.count(cell.count)} />
        <Figure term={messages.sum} value={formats.count(cell.sum)} />
        <Figure term={messages.expected} value={formats.decimal(cell.expected, 1)} />
      </dl>
      {dominance !== null && dominance > 0.5 && cell.count >= 5 && (
        <p class={prose.note}>{messages.dominance(formats.share(dominance))}</p>
      )}
      <details class={prose.fold}>
        <summary>{messages.forExperts}</summary>
        <dl class={styles.figures}>
          <Figure term={messages.ratio} value={cell.ratio === null ? '–' : formats.ratio(cell.ratio)} />
          <Figure term={messages.interval} value={interval} />
          {cell.q != null && (
            <Figure
              term={messages.q}
              value={cell.q < 0.0001 ? `<\u200a${formats.decimal(0.0001, 4)}` : formats.decimal(cell.q, 4)}
            />
          )}
          {cell.z != null && <Figure term={messages.z} value={formats.decimal(cell.z, 2)} />}
        </dl>
        <p class={prose.hint}>
          {messages.zNote} ({cell.i}, {cell.j})
        </p>
      </details>
    </>
  )
}

function Figure({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
