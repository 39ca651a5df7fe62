/**
 * Runs of one piece of work that takes over what has changed, one at a time. Whoever asks while one runs is answered by the
 * next, for the one that runs may have looked before his change was there; all who wait share it.
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
