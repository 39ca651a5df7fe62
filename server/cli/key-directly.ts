import type { Caller } from '../domain/caller.ts'
import type { ApiKey } from '../domain/keys.ts'
import { createKeyService, type KeyRequest } from '../services/keys/key-service.ts'
import type { DirectSession } from './session.ts'

/** What the command does with keys, wherever the database is. */
export interface Keys {
  list(): Promise<readonly ApiKey[]>
  make(request: KeyRequest): Promise<{ readonly key: ApiKey; readonly token: string }>
  revoke(id: number): Promise<ApiKey>
}

/** Keys on the database itself, each change noted in the trail. */
export function keysDirectly({ storage }: DirectSession, caller: Caller): Keys {
  const { repositories, clock, trail } = storage
  const keys = createKeyService({ keys: repositories.keys, clock, onChange: () => {} })
  const noted = async (action: string, { id }: ApiKey) => {
    await trail.record(caller, { kind: 'people', action, subject: `key/${id}` })
  }
  return {
    list: () => keys.list(caller),
    async make(request) {
      const made = await keys.make(request, caller)
      await noted('createKey', made.key)
      return made
    },
    async revoke(id) {
      const revoked = await keys.revoke(id, caller)
      await noted('revokeKey', revoked)
      return revoked
    },
  }
}
