import type { SnapshotStore } from './snapshot-store.ts'

const WAIT_TIMEOUT_MS = 2000

/**
 * Waits, at most two seconds, until the current snapshot holds what was just written, so that the next read sees it.
 * Never fails: the write itself has succeeded and becomes visible later.
 */
export async function showWrite(snapshots: Pick<SnapshotStore, 'refresh'>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAIT_TIMEOUT_MS)
  })
  await Promise.race([snapshots.refresh().catch(() => {}), timeout])
  clearTimeout(timer)
}
