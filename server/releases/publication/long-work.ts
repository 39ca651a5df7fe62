/** Work that may outlast its caller's connection: a repeated call joins the work in flight. */
export interface LongWork {
  /**
   * The outcome of some work, or null while it is in flight. Another call with the same name joins it; its outcome,
   * also a failure, is returned once.
   *
   * @param name caller and work: equal names are the same work
   */
  join<T>(name: string, work: () => Promise<T>): Promise<T | null>
}

interface Started {
  readonly outcome: Promise<{ readonly value: unknown } | { readonly error: unknown }>
}

const WAIT_TIMEOUT_MS = 40_000
const MAX_KEPT = 100

/** @param timeoutMs how long a call waits for the outcome */
export function createLongWork(timeoutMs: number = WAIT_TIMEOUT_MS): LongWork {
  const started = new Map<string, Started>()

  const start = (name: string, work: () => Promise<unknown>): Started => {
    const outcome = work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    const job = { outcome }
    // Unclaimed outcomes are evicted, oldest first.
    for (const old of started.keys()) {
      if (started.size < MAX_KEPT) break
      started.delete(old)
    }
    started.set(name, job)
    return job
  }

  return {
    async join<T>(name: string, work: () => Promise<T>) {
      const { outcome } = started.get(name) ?? start(name, work)
      const known = await within(outcome, timeoutMs)
      if (known === null) return null
      started.delete(name)
      if ('error' in known) throw known.error
      return known.value as T
    },
  }
}

function within<T>(promise: Promise<T>, timeoutMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), timeoutMs)
    void promise.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
