import type { Engine } from '../composition/engine.ts'
import type { Storage } from '../composition/storage.ts'
import type { CallApi } from '../platform/http/call-api.ts'

/** A running server that holds the database, spoken to over its socket as the operator. */
export interface RemoteServer {
  readonly kind: 'remote'
  readonly socketPath: string
  readonly call: CallApi
  /** Like `fetch` with a path instead of an address, for what is no endpoint. Status codes are the caller's to read. */
  request(path: string, init?: RequestInit): Promise<Response>
}

/** The database itself, and the handlers of the API in this process. */
export interface DirectSession {
  readonly kind: 'direct'
  readonly call: CallApi
  readonly storage: Storage
  /** Snapshot, hotspots and checks; loaded when first asked for. */
  engine(): Promise<Engine>
}

/** What a command works through: the same calls, wherever they are answered. */
export type Session = DirectSession | RemoteServer
