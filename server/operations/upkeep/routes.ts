import { parseInstant, INSTANT_RULE } from '../../platform/http/fields/instant.ts'
import * as contract from './contract.ts'
import { invalidParameter } from '../../engine/errors.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { BackupSource } from './backup.ts'
import type { Purger } from '../purge/purge.ts'
import { json, noContent, stream } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'

interface Deps {
  readonly purger: Purger
  readonly backups: BackupSource
  readonly zone: Zone
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Routes for commands while a server holds the embedded database: erasure and backup. */
export function upkeepRoutes({ purger, backups, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.purge, async ({ body, principal, signal }) => {
      const { asOf, ...request } = body
      return json(
        await purger.purge({ ...request, asOfMs: millisecondsOf(asOf, zone) }, principal, { signal }),
        NO_STORE,
      )
    }),
    endpoint(contract.eraseIncident, async ({ params, principal }) => {
      await purger.eraseIncident(params.id, principal)
      return noContent()
    }),
    endpoint(contract.eraseWorkText, async ({ params, body, principal }) =>
      json(await purger.eraseWorkText({ itemId: params.id, ...body }, principal), NO_STORE),
    ),
    endpoint(contract.takeBackup, async () =>
      stream('application/octet-stream', await backups.embedded(), NO_STORE),
    ),
  ]
}

function millisecondsOf(text: string | null, zone: Zone): number | null {
  if (text === null) return null
  const minute = parseInstant(text, zone)
  if (minute === null) throw invalidParameter('asOf', text, INSTANT_RULE)
  return minute * 60_000
}
