import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/**
 * Counts down from a number of seconds whenever `since` changes; 0 when there is nothing to wait for.
 *
 * @param over called when a count reaches its end
 */
export function useSecondsLeft(
  seconds: number | null,
  since: unknown,
  over?: () => void,
): ReadonlySignal<number> {
  const left = useSignal(0)
  useEffect(() => {
    left.value = seconds ?? 0
    if (left.peek() === 0) return undefined
    const timer = setInterval(() => {
      left.value = Math.max(0, left.peek() - 1)
      if (left.peek() > 0) return
      clearInterval(timer)
      over?.()
    }, 1000)
    return () => clearInterval(timer)
  }, [since])
  return left
}
