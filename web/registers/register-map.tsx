import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useMapState } from '../map/map-state.ts'
import { useRegisterMessages } from './messages.ts'
import type { Ground } from './register-calls.ts'
import type { RegisterDesk } from './register-desk.ts'
import mapMessage from '../map/map-message.module.css'
import styles from './registers-page.module.css'

interface RegisterMapProps {
  readonly desk: RegisterDesk
  readonly ground: Ground
}

/** The map of a register, or why there is none. */
export function RegisterMap({ desk, ground }: RegisterMapProps) {
  const { registers } = useRegisterMessages()
  const { phase, flavour } = useMapState()
  const container = useRef<HTMLDivElement>(null)
  const failed = useSignal(false)
  useEffect(() => {
    const element = container.current
    if (element === null) return undefined
    let dispose: (() => void) | undefined
    let gone = false
    const begin = async () => {
      try {
        const { createRegisterMap } = await import('./create-register-map.ts')
        if (gone) return
        dispose = createRegisterMap({
          container: element,
          desk,
          ground,
          flavour,
          label: registers.map,
          attributionLabel: registers.attribution,
          onReady: () => (phase.value = 'ready'),
        })
      } catch {
        failed.value = true
        phase.value = 'unsupported'
      }
    }
    void begin()
    return () => {
      gone = true
      dispose?.()
    }
  }, [])
  return (
    <div class={styles.map} data-part="map" data-phase={phase.value}>
      <div ref={container} class={styles.canvas} />
      {phase.value === 'loading' && <p class={mapMessage.message}>{registers.mapLoading}</p>}
      {failed.value && (
        <p class={mapMessage.message} role="status">
          {registers.mapFailed}
        </p>
      )}
    </div>
  )
}
