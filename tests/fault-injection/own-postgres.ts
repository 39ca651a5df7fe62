import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../db/client.ts'
import { SILENT } from '../../server/platform/log.ts'
import {
  account,
  initCluster,
  postgresPrograms,
  type Server,
  startServer,
} from '../platform/feed/feed-cluster.ts'
import type { DatabaseUnderTest, TestDatabase } from '../support/databases.ts'

const SERVING = { role: 'serving', password: 'serving' }

/** A cluster for one trial, which it may stop. */
export interface OwnPostgres {
  readonly ownerUrl: string
  readonly servingUrl: string
  /** Its database as the tests open one. */
  readonly database: DatabaseUnderTest
  crash(): Promise<void>
  /** Starts it again on the same port. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Why there can be no cluster here, or null. */
export function noPostgres(): string | null {
  return postgresPrograms() === null ? 'PostgreSQL’s programs are not installed' : null
}

/** Makes a cluster in a folder and starts it. */
export async function ownPostgres(folder: string): Promise<OwnPostgres> {
  const programs = postgresPrograms()!
  const user = await account()
  if ('uid' in user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'cluster')
  const options = { ...user, cwd: folder }
  await initCluster(programs, data, options)
  let server: Server = await startServer(programs, data, folder, options)
  const ownerUrl = server.url
  const serving = Object.assign(new URL(ownerUrl), {
    username: SERVING.role,
    password: SERVING.password,
  }).href
  const port = Number(new URL(ownerUrl).port)
  const first = await openDatabase({ ...at(serving), migrationUrl: ownerUrl })
  await first.close()
  return {
    ownerUrl,
    servingUrl: serving,
    database: { kind: 'postgis', open: () => open(serving, ownerUrl) },
    crash: () => server.stop('SIGQUIT'),
    start: async () => {
      server = await startServer(programs, data, folder, options, port)
    },
    stop: () => server.stop(),
  }
}

const at = (url: string) => ({ url, dataDir: null, srid: 3006, log: SILENT })

async function open(url: string, ownerUrl: string): Promise<TestDatabase> {
  return { ...(await openDatabase(at(url))), url, ownerUrl }
}
