import { OPERATING } from '../domain/caller.ts'
import type { ApiKey } from '../domain/keys.ts'
import { createKeyService, type KeyRequest } from '../services/keys/key-service.ts'
import { recordAsOperator } from './record-as-operator.ts'
import type { DirectSession } from './session.ts'

/** What the command does with keys, wherever the database is. */
export interface Keys {
  list(): Promise<readonly ApiKey[]>
  make(request: KeyRequest): Promise<{ readonly key: ApiKey; readonly token: string }>
  revoke(id: number): Promise<ApiKey>
}

/** Keys on the database itself, each change noted in the trail. */
export function keysDirectly(session: DirectSession): Keys {
  const { repositories, clock } = session.storage
  const keys = createKeyService({ keys: repositories.keys, clock, onChange: () => {} })
  const noted = (action: string, { id }: ApiKey) =>
    recordAsOperator(session, { kind: 'people', action, subject: `key/${id}` })
  return {
    list: () => keys.list(OPERATING),
    async make(request) {
      const made = await keys.make(request, OPERATING)
      await noted('createKey', made.key)
      return made
    },
    async revoke(id) {
      const revoked = await keys.revoke(id, OPERATING)
      await noted('revokeKey', revoked)
      return revoked
    },
  }
}
