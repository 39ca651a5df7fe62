import type { Log } from '../../server/platform/log.ts'
import type { DatabaseHandle } from './handle.ts'
import type { Deadlines } from './statement-class.ts'

/** Stages of starting, in order, for progress messages. */
export type StartStage = 'loading' | 'creating' | 'extending' | 'ready'

export interface DatabaseOptions {
  /** `postgres://…`; null = the embedded database in `dataDir`. */
  readonly url: string | null
  /** The same PostGIS as the owner of the schema; null or left out = the role of `url` is. */
  readonly migrationUrl?: string | null
  /** Directory of the embedded database; null with a null url = in memory, gone at the end. */
  readonly dataDir: string | null
  /** EPSG code of the city's CRS; fixed in the database when it is created. */
  readonly srid: number
  /** IANA name; stored for reference, default Europe/Stockholm. */
  readonly timezone?: string
  /** True for the demo's own database: a real city's is refused, and the reverse. */
  readonly demo?: boolean
  readonly log: Log
  /** Called with stages of the embedded database's start; a first start takes some ten seconds. */
  readonly onStage?: (stage: StartStage) => void
  /** A dumped embedded cluster to begin from instead of nothing. */
  readonly template?: Uint8Array
  /** Milliseconds by class of statement. */
  readonly deadlines?: Deadlines
}

/** An open database of either kind, before its schema is checked. */
export interface OpenDatabase extends DatabaseHandle {
  /** The embedded cluster as a gzipped tar; null on PostGIS, which has tools of its own. */
  dump(): Promise<Uint8Array | null>
  /** Ends every connection, thread and timer of the database. */
  close(): Promise<void>
}
