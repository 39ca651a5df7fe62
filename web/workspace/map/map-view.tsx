import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Detent } from '../detent-handle.tsx'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { MapSearch } from '../../search/map-search.tsx'
import { useShell } from '../shell.ts'
import { useCity } from '../../app/city/city.ts'
import { useSite } from '../../app/site-context.ts'
import { useHotspots } from '../../hotspots/hotspots.ts'
import { useMapState } from '../../map/map-state.ts'
import { useProposal } from '../../proposals/proposal.ts'
import { Legend } from '../../hotspots/legend.tsx'
import { CellTip } from './cell-tip.tsx'
import type { Hover } from './hover.ts'
import { MapLacks } from './map-lacks.tsx'
import { DistanceStrip } from './distance-strip.tsx'
import { MapButtons } from './map-buttons.tsx'
import { PrintedMap } from './printed-map.tsx'
import { useProposalMessages } from '../../proposals/messages.ts'
import { useWorkspaceMessages, workspaceMessages } from '../messages.ts'
import mapMessage from '../../map/map-message.module.css'
import controls from '../../ui/controls.module.css'
import styles from './map-view.module.css'

/** On such a screen the panel is a sheet that covers the lower part of the map. */
const SHEET = '(max-width: 859px) and (min-height: 480px)'
const COVERED_SHARE: Readonly<Record<Detent, number>> = { peek: 0, half: 0.44, full: 0.44 }

/** Container of the map. */
export interface MapPlace {
  readonly container: HTMLElement
  readonly hover: Signal<Hover | null>
  /** Pixels of the container that panels cover, so that the centre is that of the visible part. */
  readonly covered: () => { readonly bottom: number }
}

/** Loads the map's code: a function that creates the map and returns its removal. Throws without WebGL. */
export type LoadMap = () => Promise<(place: MapPlace) => () => void>

interface MapViewProps {
  readonly detent: Signal<Detent>
  readonly loadMap: LoadMap
  readonly onUnsupported: () => void
}

/** The map, or messages while it loads and where it cannot be shown. */
export function MapView({ detent, loadMap, onUnsupported }: MapViewProps) {
  const city = useCity()
  const { surface } = useHotspots()
  const mapState = useMapState()
  const { phase, cellsLoading, tilesFailing } = mapState
  const { drawing } = useProposal()
  const { announcement, panel } = useShell()
  const { texts } = useSite()
  const container = useRef<HTMLDivElement>(null)
  const hover = useSignal<Hover | null>(null)
  const known = city.received.state.value.value !== null

  useEffect(() => {
    if (!known || container.current === null) return undefined
    const element = container.current
    const covered = () => ({
      bottom: matchMedia(SHEET).matches ? element.clientHeight * COVERED_SHARE[detent.peek()] : 0,
    })
    let dispose: (() => void) | undefined
    let gone = false
    const begin = async () => {
      const putMap = await loadMap()
      if (gone) return
      try {
        dispose = putMap({ container: element, hover, covered })
      } catch {
        phase.value = 'unsupported'
        onUnsupported()
      }
    }
    void begin()
    return () => {
      gone = true
      dispose?.()
    }
  }, [known])

  useSignalEffect(() => {
    const canvas = container.current?.querySelector('canvas')
    canvas?.setAttribute('aria-label', workspaceMessages.inLanguageOf(texts.value).map.label)
  })

  const { app, map } = useWorkspaceMessages()
  const { proposal: messages } = useProposalMessages()
  const { failure } = city.received.state.value
  const code = surface.state.value.failure?.code
  const isRefused = code === 'forbidden' || code === 'unprocessable'
  return (
    <section
      class={styles.region}
      data-part="map"
      data-phase={phase.value}
      data-cells={cellsLoading.value ? 'loading' : 'shown'}
      aria-label={app.tabs.map}
    >
      <div ref={container} class={styles.canvas} />
      {cellsLoading.value && <span class={styles.progress} aria-hidden="true" />}
      <span class={styles.crosshair} aria-hidden="true" />
      {phase.value === 'ready' && <MapSearch say={(text) => (announcement.value = text)} />}
      {phase.value === 'ready' && <MapButtons />}
      <div class={styles.corner}>
        {phase.value === 'ready' && <MapLacks />}
        {phase.value !== 'unsupported' && known && <Legend folded={panel.value === 'proposal'} />}
      </div>
      {phase.value === 'loading' && failure === null && <p class={mapMessage.message}>{map.loading}</p>}
      {phase.value === 'unsupported' && (
        <p class={mapMessage.message} data-part="map-unsupported">
          {map.unsupported}
        </p>
      )}
      {failure !== null && (
        <div class={mapMessage.message}>
          <FailureNote failure={failure} onRetry={() => void city.load()} />
        </div>
      )}
      {isRefused && (
        <p class={styles.strip} role="status">
          {map.refused}
        </p>
      )}
      {tilesFailing.value && !isRefused && (
        <p class={styles.strip} role="status">
          {map.tilesFailed}{' '}
          <button type="button" class={controls.linkButton} onClick={() => mapState.retryTiles()}>
            {app.retry}
          </button>
        </p>
      )}
      {drawing.value && (
        <p class={styles.strip} role="status">
          {messages.drawing}
        </p>
      )}
      <DistanceStrip />
      <CellTip hover={hover} />
      <PrintedMap />
    </section>
  )
}
