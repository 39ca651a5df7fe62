import { type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Detent } from '../detent-handle.tsx'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { useWorkspace } from '../workspace-context.ts'
import { CellTip } from './cell-tip.tsx'
import type { Hover } from './hover.ts'
import { MapButtons } from './map-buttons.tsx'
import { useProposalMessages } from '../../proposals/messages.ts'

/** On such a screen the panel is a sheet that covers the lower part of the map. */
const SHEET = '(max-width: 859px) and (min-height: 480px)'
const COVERED_SHARE: Readonly<Record<Detent, number>> = { peek: 0, half: 0.44, full: 0.44 }

/** The map, or what stands in its place while it loads and where it cannot be shown. */
export function MapView({ detent }: { readonly detent: Signal<Detent> }) {
  const workspace = useWorkspace()
  const { city, surface, mapPhase, tilesFailing, panel, proposal } = workspace
  const container = useRef<HTMLDivElement>(null)
  const hover = useSignal<Hover | null>(null)
  const known = city.answer.state.value.value !== null

  useEffect(() => {
    if (!known || container.current === null) return undefined
    const element = container.current
    const covered = () => ({
      bottom: matchMedia(SHEET).matches ? element.clientHeight * COVERED_SHARE[detent.peek()] : 0,
    })
    let dispose: (() => void) | undefined
    let gone = false
    const begin = async () => {
      const { createMap } = await import('./create-map.ts')
      if (gone) return
      try {
        dispose = createMap({ container: element, workspace, hover, covered })
      } catch {
        mapPhase.value = 'unsupported'
        panel.value = 'table'
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
    canvas?.setAttribute('aria-label', workspace.texts.value.map.label)
  })

  const { app, map } = workspace.texts.value
  const { proposal: words } = useProposalMessages()
  const { failure } = city.answer.state.value
  const isRefused = surface.state.value.failure?.code === 'forbidden'
  return (
    <section class="map-region" data-phase={mapPhase.value} aria-label={workspace.texts.value.app.tabs.map}>
      <div ref={container} class="map-canvas" />
      <span class="crosshair" aria-hidden="true" />
      {mapPhase.value === 'ready' && <MapButtons />}
      {mapPhase.value === 'loading' && failure === null && <p class="map-message">{map.loading}</p>}
      {mapPhase.value === 'unsupported' && <p class="map-message">{map.unsupported}</p>}
      {failure !== null && (
        <div class="map-message">
          <FailureNote failure={failure} onRetry={() => void workspace.city.load()} />
        </div>
      )}
      {isRefused && (
        <p class="map-strip" role="status">
          {map.refused}
        </p>
      )}
      {tilesFailing.value && !isRefused && (
        <p class="map-strip" role="status">
          {map.tilesFailed}{' '}
          <button type="button" class="link-button" onClick={() => (workspace.tileRetries.value += 1)}>
            {app.retry}
          </button>
        </p>
      )}
      {proposal.drawing.value && (
        <p class="map-strip" role="status">
          {words.drawing}
        </p>
      )}
      <CellTip hover={hover} />
    </section>
  )
}
