/** A delay that can be cut short, also before it has begun. */
export interface WakeableDelay {
  /** Resolves after `ms`, or at once when it was woken since the last wait ended. */
  wait(ms: number): Promise<void>
  wake(): void
}

/** A delay that nobody waits for yet. Its timer does not keep the process alive. */
export function createWakeableDelay(): WakeableDelay {
  let woken = false
  let finish: (() => void) | null = null
  return {
    async wait(ms) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          timer.unref()
          finish = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      finish = null
      woken = false
    },
    wake() {
      woken = true
      finish?.()
    },
  }
}
