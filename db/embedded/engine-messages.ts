import type { StartStage } from '../client/database.ts'

/** Start parameters of the engine's thread. */
export interface EngineStart {
  /** Directory of the cluster; null keeps everything in memory. */
  readonly directory: string | null
  /** A dumped cluster (tar, gzipped) to begin from when there is none; null begins from nothing. */
  readonly template: Uint8Array | null
  /** Cache folder of the reduced PostGIS; null starts with the whole one. */
  readonly cacheDirectory: string | null
}

/** Requests from the server to the engine's thread, one at a time. */
export type EngineRequest =
  | { readonly kind: 'wire'; readonly bytes: Uint8Array }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' }

export type EngineReply =
  | { readonly kind: 'stage'; readonly stage: StartStage }
  | { readonly kind: 'unstartable'; readonly message: string }
  /** A part of the response to a `wire`, or the whole of a `dump`. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The request is over. */
  | { readonly kind: 'answered' }
