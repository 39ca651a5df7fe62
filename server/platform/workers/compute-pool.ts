import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { DomainError } from '../../engine/errors.ts'

interface RunOptions {
  /** Cancels the task: a queued one never begins, the worker of a running one is replaced. */
  readonly signal?: AbortSignal
  /** Time that the task may wait and run, milliseconds. */
  readonly deadlineMs?: number
  /** Never refused by a full queue: for the product's own work. */
  readonly always?: boolean
  /** Memory that moves to the worker instead of being copied. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** Worker threads for what would block the event loop. */
export interface ComputePool {
  /**
   * Runs the default export of a module, `(input: I) => O | Promise<O>`, on a worker.
   *
   * @param taskUrl `new URL('./some-task.ts', import.meta.url)`; compiled, the `.js` beside it is taken
   * @param input structured-cloned, like the output; shared memory stays shared
   * @throws DomainError `busy` when the queue is full, `deadline-exceeded` after the deadline, and those that the
   * task throws; the signal's reason when it is aborted
   */
  run<I, O>(taskUrl: URL, input: I, options?: RunOptions): Promise<O>
  /** Queued tasks. */
  waiting(): number
  close(): Promise<void>
}

type WorkerReply<O> =
  | { readonly output: O }
  | { readonly failure: Pick<DomainError, 'code' | 'texts'> & Retry }
type Retry = ConstructorParameters<typeof DomainError>[2]

const COMPILED = import.meta.url.endsWith('.js')
const RETRY_AFTER_SECONDS = 1
/** Piscina's error for a result that arrives after its task was cancelled; the caller has been informed already. */
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
  // Unhandled, it would end the process.
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
  const { code, texts, ...options } = response.failure
  throw new DomainError(code, texts, options)
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
