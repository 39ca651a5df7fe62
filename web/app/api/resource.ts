import { type ReadonlySignal, signal } from '@preact/signals'
import { asFailure, type RequestFailed } from './problem.ts'

/** The state of a request. During a reload the last value stays readable. */
export interface ResourceState<T> {
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed'
  readonly value: T | null
  readonly failure: RequestFailed | null
}

export interface Resource<T> {
  readonly state: ReadonlySignal<ResourceState<T>>
  /** Sends a request; one in flight is aborted, so that responses never arrive out of order. */
  load(request: (signal: AbortSignal) => Promise<T>): Promise<void>
  /** Repeats the last request. */
  retry(): Promise<void>
  /** Clears request and value. */
  clear(): void
}

/** Creates a resource: one value at a time, with loading and failure. */
export function createResource<T>(): Resource<T> {
  const idle: ResourceState<T> = { phase: 'idle', value: null, failure: null }
  const state = signal<ResourceState<T>>(idle)
  let controller: AbortController | null = null
  let lastRequest: ((signal: AbortSignal) => Promise<T>) | null = null

  const load = async (request: (signal: AbortSignal) => Promise<T>) => {
    controller?.abort()
    const mine = new AbortController()
    controller = mine
    lastRequest = request
    state.value = { phase: 'loading', value: state.peek().value, failure: null }
    try {
      const value = await request(mine.signal)
      if (!mine.signal.aborted) state.value = { phase: 'ready', value, failure: null }
    } catch (error) {
      if (!mine.signal.aborted) state.value = { phase: 'failed', value: null, failure: asFailure(error) }
    }
  }

  return {
    state,
    load,
    retry: async () => {
      if (lastRequest !== null) await load(lastRequest)
    },
    clear: () => {
      controller?.abort()
      lastRequest = null
      state.value = idle
    },
  }
}
