/**
 * Runs one piece of catching-up work at a time. A call during a run waits for the next one, because the current run
 * may have read before the caller's change; all waiting calls share it.
 */
export function createCatchUp(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  function begin(): Promise<void> {
    running = work().finally(() => {
      running = null
    })
    return running
  }

  return () => {
    if (running === null && next === null) return begin()
    next ??= (running ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        next = null
        return begin()
      })
    return next
  }
}
