import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The snapshot's figures that the metrics need. */
interface SnapshotFigures {
  readonly incidents: number
  readonly lagMs: number | null
  readonly bytes: number
}

/** The server's Prometheus metrics. */
export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  /** Counts one response of the API. */
  request(operation: string, status: number, seconds: number): void
  /** Counts one tile served by the fast path. */
  tile(): void
  /** Counts one request for a public file. */
  publicFile(): void
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

/** Metrics in a registry per instance: two servers in one process do not mix. */
export function createMetrics(deps: { readonly snapshotStatus: () => SnapshotFigures }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 10 })
  const requests = new Histogram({
    name: 'lagesbild_request_seconds',
    help: 'Time from a request to its answer, by operation and status.',
    labelNames: ['operation', 'status'],
    buckets: SECONDS,
    registers,
  })
  const tiles = new Counter({ name: 'lagesbild_tiles_total', help: 'Tile requests answered.', registers })
  const publicFiles = new Counter({
    name: 'lagesbild_public_requests_total',
    help: 'Requests for public files answered.',
    registers,
  })
  snapshotGauge('incidents', 'Live incidents in the snapshot.', (status) => status.incidents)
  snapshotGauge('lag_seconds', 'Age of what the map shows.', (status) => (status.lagMs ?? 0) / 1000)
  snapshotGauge('bytes', 'Shared memory of snapshots.', (status) => status.bytes)

  function snapshotGauge(name: string, help: string, value: (status: SnapshotFigures) => number) {
    new Gauge({
      name: `lagesbild_snapshot_${name}`,
      help,
      registers,
      collect() {
        this.set(value(deps.snapshotStatus()))
      },
    })
  }
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (operation, status, seconds) => requests.observe({ operation, status: String(status) }, seconds),
    tile: () => tiles.inc(),
    publicFile: () => publicFiles.inc(),
  }
}
