import { setTimeout as delay } from 'node:timers/promises'
import type { PublicIndex } from '../../server/releases/publication/contract.ts'

const LIMIT_MS = 180_000

/** Waits until the demo city behind an address has published its releases; outside of a test, too. */
export async function releasesArePublished(url: string): Promise<void> {
  const untilMs = Date.now() + LIMIT_MS
  while (Date.now() < untilMs) {
    const { preparing, releases } = (await (await fetch(`${url}/public/index.json`)).json()) as PublicIndex
    if (!preparing && releases.length > 0) return
    await delay(200)
  }
  throw new Error('The demo city has published nothing.')
}
