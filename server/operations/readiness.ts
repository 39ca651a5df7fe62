import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { DatabaseInfo, DatabaseStatus } from './repository.ts'

export interface Readiness {
  readonly status: 'ready' | 'starting' | 'unavailable'
  readonly database?: Pick<DatabaseInfo, 'kind' | 'version' | 'postgis'> & { readonly disk: 'ok' | 'full' }
  readonly snapshot?: {
    readonly version: string
    readonly incidents: number
    readonly loadedAt: string
    readonly lagMs: number
  } | null
  readonly demo?: boolean
}

interface Deps {
  readonly repositories: DatabaseStatus
  readonly snapshots: Pick<SnapshotStore, 'status'>
  readonly demo: boolean
}

/** Reports whether the server is ready, with the state of database and snapshot. */
export function createReadiness({ repositories, snapshots, demo }: Deps) {
  let info: DatabaseInfo | null = null
  let pinging: Promise<boolean> | null = null
  /** One ping at a time, shared by all waiting probes, which have no rate limit. */
  const ping = () =>
    (pinging ??= repositories
      .ping()
      .catch(() => false)
      .finally(() => (pinging = null)))
  return async (details: boolean): Promise<Readiness> => {
    if (!(await ping())) return { status: 'unavailable' }
    info ??= await repositories.info()
    const { version, incidents, loadedAtMs, lagMs } = snapshots.status()
    const status = version === null ? 'starting' : 'ready'
    if (!details) return { status }
    return {
      status,
      database: {
        kind: info.kind,
        version: info.version,
        postgis: info.postgis,
        disk: repositories.isDiskFull() ? 'full' : 'ok',
      },
      snapshot:
        version === null
          ? null
          : { version, incidents, loadedAt: new Date(loadedAtMs ?? 0).toISOString(), lagMs: lagMs ?? 0 },
      demo,
    }
  }
}
