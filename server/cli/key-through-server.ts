import { pathTo } from '../platform/http/paths.ts'
import { ACCOUNT_PATHS } from '../accounts/index.ts'
import type { Keys } from './key-directly.ts'
import { answerOf } from './remote-answer.ts'
import type { RemoteServer } from './session.ts'
import type { ApiKey } from '../accounts/index.ts'

/** Keys by way of the server that holds the database. */
export function keysThroughServer(server: RemoteServer): Keys {
  return {
    async list() {
      const { items } = (await answerOf(server.request(ACCOUNT_PATHS.keys))) as {
        readonly items: readonly ApiKey[]
      }
      return items
    },
    async make(request) {
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      }
      const made = (await answerOf(server.request(ACCOUNT_PATHS.keys, init))) as ApiKey & {
        readonly token: string
      }
      const { token, ...key } = made
      return { key, token }
    },
    async revoke(id) {
      return (await answerOf(
        server.request(pathTo(ACCOUNT_PATHS.key, { id }), { method: 'DELETE' }),
      )) as ApiKey
    },
  }
}
