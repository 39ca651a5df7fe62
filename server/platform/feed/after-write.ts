import type { SnapshotStore } from './snapshot-store.ts'

const WAIT_TIMEOUT_MS = 2000

/**
 * Waits until the map shows what was just written, so that the next read sees it; not longer than two seconds, for
 * the write itself has succeeded and shows by itself later.
 */
export async function showWrite(snapshots: Pick<SnapshotStore, 'refresh'>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAIT_TIMEOUT_MS)
  })
  await Promise.race([snapshots.refresh().catch(() => {}), timeout])
  clearTimeout(timer)
}
