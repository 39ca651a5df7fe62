import { OPERATING } from '../platform/access/caller.ts'
import { changeAsOperator } from './record-as-operator.ts'
import type { DirectSession } from './session.ts'
import { type ApiKey, createKeyService, type KeyRequest } from '../accounts/index.ts'

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
  const noted = <T>(action: string, change: () => Promise<T>, keyOf: (result: T) => ApiKey) =>
    changeAsOperator(session, { kind: 'people', action, subject: null }, change, (result) => ({
      subject: `key/${keyOf(result).id}`,
    }))
  return {
    list: () => keys.list(OPERATING),
    make: (request) =>
      noted(
        'createKey',
        () => keys.make(request, OPERATING),
        ({ key }) => key,
      ),
    revoke: (id) =>
      noted(
        'revokeKey',
        () => keys.revoke(id, OPERATING),
        (key) => key,
      ),
  }
}
