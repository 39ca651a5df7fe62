import type { ReadonlySignal } from '@preact/signals'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { BaseMap } from '../../../server/base-map/contract.ts'
import { BASE_MAP_PATHS } from '../../../server/base-map/paths.ts'
import { useSite } from '../../app/site-context.ts'
import type { Bounds } from '../../map/geometry.ts'
import type { PublicStyle } from './public-style.ts'
import { useReleaseMessages } from '../messages.ts'
import mapMessage from '../../map/map-message.module.css'
import styles from './map-canvas.module.css'

interface MapCanvasProps {
  readonly style: ReadonlySignal<PublicStyle | null>
  readonly bounds: ReadonlySignal<Bounds | null>
  readonly onChoose: (area: string) => void
  /** True in a frame, where a wheel scrolls the page around it. */
  readonly isCooperative?: boolean
}

/** The map; its code is loaded when it scrolls into view. */
export function MapCanvas({ style, bounds, onChoose, isCooperative = false }: MapCanvasProps) {
  const { http } = useSite()
  const { publicMap } = useReleaseMessages()
  const container = useRef<HTMLDivElement>(null)
  const inView = useSignal(false)
  const phase = useSignal<'waiting' | 'ready' | 'failed'>('waiting')
  const known = style.value !== null && bounds.value !== null
  const label = useSignal(publicMap.label)
  label.value = publicMap.label

  useEffect(() => {
    const element = container.current
    if (element === null) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) inView.value = true
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const element = container.current
    if (!inView.value || !known || element === null) return undefined
    let dispose: (() => void) | undefined
    let gone = false
    const begin = async () => {
      try {
        const [{ createPublicMap }, baseMap] = await Promise.all([
          import('./public-map.ts'),
          http.get<BaseMap>(BASE_MAP_PATHS.baseMap).catch(() => null),
        ])
        if (gone) return
        dispose = createPublicMap({
          container: element,
          style: style as ReadonlySignal<PublicStyle>,
          bounds: bounds as ReadonlySignal<Bounds>,
          label,
          baseMap,
          gestures: publicMap.gestures,
          isCooperative,
          attributionLabel: publicMap.attribution,
          onChoose,
        })
        phase.value = 'ready'
      } catch {
        phase.value = 'failed'
      }
    }
    void begin()
    return () => {
      gone = true
      dispose?.()
    }
  }, [inView.value, known])

  return (
    <div class={styles.map} data-phase={phase.value}>
      <div ref={container} class={styles.canvas} data-part="public-map" />
      {phase.value === 'waiting' && <p class={mapMessage.message}>{publicMap.loading}</p>}
      {phase.value === 'failed' && (
        <p class={mapMessage.message} role="status">
          {publicMap.failed}
        </p>
      )}
    </div>
  )
}
