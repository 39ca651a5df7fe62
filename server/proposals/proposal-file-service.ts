import { DomainError } from '../engine/errors.ts'
import { cityBounds } from '../engine/snapshot/study-envelope.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { wholeFile } from '../formats/whole-file.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { ProposalFile, ProposalFileOptions } from './contract.ts'
import type { ProposalFileRequest } from './read-proposal-file.ts'

const TASK = new URL('./proposal-file-task.ts', import.meta.url)

/** Reads a file of a proposal; see `readProposalFile`. The bytes move to a worker. */
export type ProposalFileReader = (
  bytes: Uint8Array<ArrayBuffer>,
  options: ProposalFileOptions,
  signal: AbortSignal,
) => Promise<ProposalFile>

interface Deps {
  readonly snapshots: SnapshotStore
  readonly projection: Projection
  readonly pool: ComputePool
}

/** The use case "the ground of a proposal comes in a file": its outlines, or what has to be chosen first. */
export function createProposalFileReader({ snapshots, projection, pool }: Deps): ProposalFileReader {
  const city = () => {
    const lease = snapshots.acquire()
    const bounds = cityBounds(lease.snapshot.layers.features('areas'), projection)
    lease.release()
    return bounds
  }
  return async (bytes, { layer, crs, exchanged }, signal) => {
    const opened = await wholeFile(bytes, layer).catch((error: unknown) => layersOf(error, layer))
    if ('layers' in opened) return { ...NOTHING, layers: opened.layers }
    const request: ProposalFileRequest = { bytes: opened.bytes, crs, exchanged, city: city() }
    const found = await pool.run<ProposalFileRequest, Omit<ProposalFile, 'layers'>>(TASK, request, {
      transfer: [request.bytes.buffer],
      signal,
    })
    return { ...found, layers: [] }
  }
}

const NOTHING = { parts: [], unused: 0, unusedRule: null, likelySystems: [], cityOutline: null }

/** The layers that a file's refusal names, where it has several and none was chosen. @throws what else was wrong */
function layersOf(error: unknown, chosen: string | null): Pick<ProposalFile, 'layers'> {
  const problems = error instanceof DomainError ? (error.problems ?? []) : []
  if (chosen !== null || problems.length === 0 || problems.some(({ field }) => field !== 'layer')) throw error
  return { layers: problems.map(({ value, rule }) => ({ name: String(value), holds: rule })) }
}
