import * as contract from './contract.ts'
import { pathTo } from '../../platform/http/paths.ts'
import { ACCOUNT_PATHS } from '../paths.ts'
import { accountRole } from '../sign-in/contract.ts'
import { rightsOfRole } from '../../platform/access/rights.ts'
import type { KeyService } from './key-service.ts'
import { json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'

interface Deps {
  readonly keys: KeyService
}

const SCOPES_BY_ROLE = accountRole.options.map((role) => ({ role, scopes: rightsOfRole(role) }))
const NO_STORE = { 'Cache-Control': 'no-store' }

/** Routes of API keys for machines. */
export function keyRoutes({ keys }: Deps): readonly Route[] {
  return [
    endpoint(contract.listKeys, async () =>
      json({ items: await keys.list(), scopesByRole: SCOPES_BY_ROLE }, NO_STORE),
    ),
    endpoint(contract.createKey, async ({ body, principal }) => {
      const { key, token } = await keys.make(body, principal)
      const detail = { role: key.role, scopes: key.scopes.join(' '), expiresAt: key.expiresAt }
      const headers = { ...NO_STORE, Location: pathTo(ACCOUNT_PATHS.key, { id: key.id }) }
      return { ...json({ ...key, token }, headers, 201), note: { detail } }
    }),
    endpoint(contract.revokeKey, async ({ params }) => json(await keys.revoke(params.id), NO_STORE)),
  ]
}
