import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { DomainError } from '../../engine/errors.ts'

interface RunOptions {
  /** Gives the task up: a waiting one is never begun, the worker of a running one is replaced. */
  readonly signal?: AbortSignal
  /** Time that the task may wait and run, milliseconds. */
  readonly deadlineMs?: number
  /** Never refused for want of room in the queue: for work that the product itself needs. */
  readonly always?: boolean
  /** Memory that moves to the worker instead of being copied. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** A few threads for what would hold the event loop up. */
export interface ComputePool {
  /**
   * Runs the default export of a module, `(input: I) => O | Promise<O>`, on a worker.
   *
   * @param taskUrl `new URL('./some-task.ts', import.meta.url)`; compiled, the `.js` beside it is taken
   * @param input as the output, structured-cloned: shared memory stays shared
   * @throws DomainError `busy` when the queue is full, `deadline-exceeded` when the time is up, and those that the
   *   task throws; the signal's reason when it is aborted
   */
  run<I, O>(taskUrl: URL, input: I, options?: RunOptions): Promise<O>
  /** Tasks that wait for a worker. */
  waiting(): number
  close(): Promise<void>
}

type WorkerReply<O> =
  | { readonly output: O }
  | { readonly failure: Pick<DomainError, 'code' | 'message'> & Retry }
type Retry = ConstructorParameters<typeof DomainError>[2]

const COMPILED = import.meta.url.endsWith('.js')
const RETRY_AFTER_SECONDS = 1
/** How Piscina calls an answer that was on its way when its task was given up: its caller has been told, nobody misses it. */
const CROSSED = 'Unexpected message from Worker'

/**
 * Opens the pool.
 *
 * @param workers number of threads, ≥ 1
 * @param queueLimit tasks that may wait before further ones are refused, ≥ 0
 */
export function openComputePool({
  workers,
  queueLimit,
}: {
  workers: number
  queueLimit: number
}): ComputePool {
  const piscina = new Piscina({
    filename: fileURLToPath(new URL('./compute-worker.mjs', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    execArgv: [],
    atomics: 'disabled',
  })
  // Told nobody, it would end the process.
  piscina.on('error', (error: Error) => {
    if (!error.message.startsWith(CROSSED)) throw error
  })
  let unfinished = 0
  return {
    async run<I, O>(taskUrl: URL, input: I, options: RunOptions = {}): Promise<O> {
      if (options.always !== true && unfinished >= workers + queueLimit) throw tooBusy()
      const stop = createStop(options)
      unfinished++
      try {
        const task = { taskUrl: taskModule(taskUrl), input }
        const transferList = [...(options.transfer ?? [])]
        return unwrap<O>((await piscina.run(task, { signal: stop.signal, transferList })) as WorkerReply<O>)
      } catch (error) {
        throw stop.signal?.aborted === true ? stop.signal.reason : error
      } finally {
        unfinished--
        stop.forget()
      }
    },
    waiting: () => piscina.queueSize,
    close: () => piscina.destroy(),
  }
}

function taskModule(url: URL): string {
  return COMPILED ? url.href.replace(/\.ts$/, '.js') : url.href
}

function unwrap<O>(response: WorkerReply<O>): O {
  if ('output' in response) return response.output
  const { code, message, ...options } = response.failure
  throw new DomainError(code, message, options)
}

function tooBusy(): DomainError {
  return new DomainError('busy', 'Too much is being computed at the moment.', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  })
}

/** One signal for the caller's and the deadline; null when the task cannot be stopped. */
function createStop({ signal, deadlineMs }: RunOptions): {
  readonly signal: AbortSignal | null
  forget(): void
} {
  if (signal === undefined && deadlineMs === undefined) return { signal: null, forget: () => {} }
  const controller = new AbortController()
  const onAbort = () => controller.abort(signal?.reason)
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort)
  const timer =
    deadlineMs === undefined
      ? undefined
      : setTimeout(() => controller.abort(deadlineExceeded(deadlineMs)), deadlineMs)
  return {
    signal: controller.signal,
    forget() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    },
  }
}

function deadlineExceeded(deadlineMs: number): DomainError {
  return new DomainError('deadline-exceeded', `The computation took longer than ${deadlineMs} ms.`)
}
