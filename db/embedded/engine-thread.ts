import { Worker } from 'node:worker_threads'
import { DomainError } from '../../server/engine/errors.ts'
import type { EngineReply, EngineRequest, EngineStart } from './engine-messages.ts'
import type { StartStage } from '../client/database.ts'

/** One life of the engine's thread. */
export interface EngineThread {
  /** Sends a request and passes on the parts of its response; requests queue. Rejects when the thread ends first. */
  request(request: EngineRequest, onBytes?: (bytes: Uint8Array) => void): Promise<void>
  /** Ends the thread wherever it is, even in the middle of a statement. */
  terminate(): Promise<void>
  /** Resolves with the reason once the thread has ended. */
  readonly ended: Promise<DomainError>
}

interface Pending {
  readonly onBytes: (bytes: Uint8Array) => void
  readonly resolve: () => void
  readonly reject: (error: DomainError) => void
}

/**
 * Starts the engine's thread and waits until it is ready.
 *
 * @throws DomainError `database-unavailable` when the cluster cannot be opened
 */
export async function startEngineThread(
  start: EngineStart,
  onStage: (stage: StartStage) => void,
): Promise<EngineThread> {
  const worker = new Worker(new URL('./engine-bootstrap.mjs', import.meta.url), {
    workerData: start,
    execArgv: [],
    stderr: false,
  })
  const pending: Pending[] = []
  const ended = new Promise<DomainError>((resolve) => {
    const end = (message: string) => {
      const reason = new DomainError('database-unavailable', message)
      for (const { reject } of pending.splice(0)) reject(reason)
      resolve(reason)
    }
    worker.once('error', (error) => end(`The embedded database stopped: ${error.message}`))
    worker.once('exit', () => end('The embedded database stopped.'))
  })
  await ready(worker, ended, onStage)
  worker.on('message', (reply: EngineReply) => {
    if (reply.kind === 'bytes') pending[0]?.onBytes(reply.bytes)
    else if (reply.kind === 'answered') pending.shift()?.resolve()
  })
  let alive = true
  void ended.then(() => {
    alive = false
  })
  return {
    ended,
    request: (request, onBytes = () => {}) =>
      new Promise((resolve, reject) => {
        if (!alive) return reject(new DomainError('database-unavailable', 'The embedded database stopped.'))
        pending.push({ onBytes, resolve, reject })
        worker.postMessage(request)
      }),
    terminate: async () => {
      await worker.terminate()
    },
  }
}

function ready(
  worker: Worker,
  ended: Promise<DomainError>,
  onStage: (stage: StartStage) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    void ended.then(reject)
    const onMessage = (reply: EngineReply) => {
      if (reply.kind === 'stage') onStage(reply.stage)
      if (reply.kind === 'stage' && reply.stage === 'ready') {
        worker.off('message', onMessage)
        resolve()
      } else if (reply.kind === 'unstartable') {
        reject(
          new DomainError('database-unavailable', `The embedded database does not open: ${reply.message}`),
        )
        void worker.terminate()
      }
    }
    worker.on('message', onMessage)
  })
}
