import { type ReadonlySignal, signal } from '@preact/signals'

/** What a browser has kept of the public page, for reading without a line. */
export interface KeptCopy {
  /** When what is shown was fetched, where it is a kept copy; null while the line holds. ISO. */
  readonly of: ReadonlySignal<string | null>
  /** Has the browser keep what the page has read so far. */
  keep(): Promise<void>
}

/** The kept copy of a browser; none where it has no service worker, as on plain HTTP. */
export function createKeptCopy(
  workers: ServiceWorkerContainer | undefined,
  read: () => readonly string[],
): KeptCopy {
  const of = signal<string | null>(null)
  workers?.addEventListener('message', ({ data }: MessageEvent<{ type?: string; of?: string | null }>) => {
    if (data.type !== 'lagesbild-copy') return
    const fetched = new Date(data.of ?? Number.NaN)
    if (!Number.isNaN(fetched.getTime())) of.value = fetched.toISOString()
  })
  return {
    of,
    async keep() {
      if (workers === undefined) return
      // Without it the page is as it was: it needs a line.
      await workers.register('/public-worker.js').catch(() => {})
      const { active } = await workers.ready
      active?.postMessage({ keep: read() })
    },
  }
}

/** The paths of what this page has fetched from its own server. */
export function pathsRead(): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname)
}
