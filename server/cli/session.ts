import type { Engine } from '../composition/engine.ts'
import type { Storage } from '../composition/storage.ts'

/** A running server that holds the database, spoken to over its socket as the operator. */
export interface RemoteServer {
  readonly kind: 'remote'
  readonly socketPath: string
  /** Like `fetch` with a path instead of an address. Status codes are the caller's to read. */
  request(path: string, init?: RequestInit): Promise<Response>
}

/** This process's own services on the database itself. */
export interface DirectSession {
  readonly kind: 'direct'
  /** The database, imports, sources and areas. */
  readonly storage: Storage
  /** Snapshot, hotspots and checks; loaded when first asked for. */
  engine(): Promise<Engine>
}

/** What a command works through. */
export type Session = DirectSession | RemoteServer
