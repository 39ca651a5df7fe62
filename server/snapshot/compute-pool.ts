import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { DomainError } from '../domain/errors.ts'

export interface RunOptions {
  /** Gives the task up: a waiting one is never begun, the worker of a running one is replaced. */
  readonly signal?: AbortSignal
  /** Time that the task may wait and run, milliseconds. */
  readonly deadlineMs?: number
  /** Memory that moves to the worker instead of being copied. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** A few threads for what would hold the event loop up. */
export interface ComputePool {
  /**
   * Runs the default export of a module, `(input: I) => O | Promise<O>`, on a worker.
   *
   * @param taskUrl `new URL('./some-task.ts', import.meta.url)`; compiled, the `.js` beside it is taken
   * @param input and the output are structured-cloned; shared memory stays shared
   * @throws DomainError `busy` when the queue is full, `deadline-exceeded` when the time is up; the signal's reason
   *   when it is aborted; what the task throws
   */
  run<I, O>(taskUrl: URL, input: I, options?: RunOptions): Promise<O>
  /** Tasks that wait for a worker. */
  waiting(): number
  close(): Promise<void>
}

const COMPILED = import.meta.url.endsWith('.js')
const RETRY_AFTER_SECONDS = 1

/**
 * Opens the pool.
 *
 * @param workers number of threads, ≥ 1
 * @param queueLimit tasks that may wait before further ones are refused, ≥ 0
 */
export function openComputePool({ workers, queueLimit }: { workers: number; queueLimit: number }): ComputePool {
  const piscina = new Piscina({
    filename: fileURLToPath(new URL('./compute-worker.mjs', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    maxQueue: queueLimit,
    execArgv: [],
    atomics: 'disabled',
    recordTiming: false,
  })
  return {
    async run<I, O>(taskUrl: URL, input: I, options: RunOptions = {}): Promise<O> {
      refuseWhenFull(piscina, queueLimit)
      const deadline = options.deadlineMs === undefined ? null : AbortSignal.timeout(options.deadlineMs)
      const signals = [options.signal, deadline].filter((signal) => signal !== undefined && signal !== null)
      try {
        return (await piscina.run(
          { taskUrl: taskModule(taskUrl), input },
          { signal: AbortSignal.any(signals), transferList: [...(options.transfer ?? [])] },
        )) as O
      } catch (error) {
        if (options.signal?.aborted) throw options.signal.reason
        if (deadline?.aborted) throw deadlineExceeded(options.deadlineMs!)
        throw error
      }
    },
    waiting: () => piscina.queueSize,
    close: () => piscina.destroy(),
  }
}

function taskModule(url: URL): string {
  return COMPILED ? url.href.replace(/\.ts$/, '.js') : url.href
}

function refuseWhenFull(piscina: Piscina, queueLimit: number): void {
  const idle = piscina.threads.length < piscina.maxThreads || piscina.idleThreads > 0
  if (!idle && piscina.queueSize >= queueLimit) {
    throw new DomainError('busy', 'Too much is being computed at the moment.', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    })
  }
}

function deadlineExceeded(deadlineMs: number): DomainError {
  return new DomainError('deadline-exceeded', `The computation took longer than ${deadlineMs} ms.`)
}
