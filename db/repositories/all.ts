import type { DatabaseInfo, Repositories } from '../../server/domain/ports.ts'
import type { DatabaseHandle } from '../handle.ts'
import type { ServerVersions } from '../server-check.ts'
import { within } from '../statement-class.ts'

/** Everything that a service may ask of the database. */
export function createRepositories(db: DatabaseHandle, versions: ServerVersions): Repositories {
  const info: DatabaseInfo = { kind: db.kind, ...versions, srid: db.srid }
  return {
    info: async () => info,
    ping: () =>
      within('quick', db.knex.raw('SELECT 1')).then(
        () => true,
        () => false,
      ),
  } as Repositories
}
