import * as contract from '../../contract/keys.ts'
import { pathTo, PATHS } from '../../contract/paths.ts'
import { accountRole } from '../../contract/session.ts'
import { rightsOfRole } from '../../domain/access/rights.ts'
import type { KeyService } from '../../services/keys/key-service.ts'
import { json } from '../answer.ts'
import { endpoint, type Route } from '../route.ts'

interface Deps {
  readonly keys: KeyService
}

const SCOPES_BY_ROLE = accountRole.options.map((role) => ({ role, scopes: rightsOfRole(role) }))
const NO_STORE = { 'Cache-Control': 'no-store' }

/** Keys for machines. */
export function keyRoutes({ keys }: Deps): readonly Route[] {
  return [
    endpoint(contract.listKeys, async ({ caller }) =>
      json({ items: await keys.list(caller), scopesByRole: SCOPES_BY_ROLE }, NO_STORE),
    ),
    endpoint(contract.createKey, async ({ body, caller }) => {
      const { key, token } = await keys.make(body, caller)
      const detail = { role: key.role, scopes: key.scopes.join(' '), expiresAt: key.expiresAt }
      const headers = { ...NO_STORE, Location: pathTo(PATHS.key, { id: key.id }) }
      return { ...json({ ...key, token }, headers, 201), note: { detail } }
    }),
    endpoint(contract.revokeKey, async ({ params, caller }) =>
      json(await keys.revoke(params.id, caller), NO_STORE),
    ),
  ]
}
