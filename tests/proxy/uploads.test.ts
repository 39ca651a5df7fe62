import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../server/engine/errors.ts'
import { createImport } from '../../server/import/contract.ts'
import { getCategories } from '../../server/operations/contract.ts'
import { noContent } from '../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../server/platform/http/route.ts'
import { hasNginx, startNginx } from '../support/serving/nginx.ts'
import { startApp } from '../support/serving/start-app.ts'

/** Far less than the minute for which a connection that holds the rest of a body once hung. */
const AT_ONCE_MS = 10_000

describe.skipIf(!hasNginx())('an upload that the server refuses when its file begins', () => {
  let app: Awaited<ReturnType<typeof startApp>>
  let proxy: Awaited<ReturnType<typeof startNginx>>

  beforeAll(async () => {
    const refusing = endpoint(createImport, async ({ upload }) => {
      await upload(['mapping'])
      throw new DomainError('invalid-body', 'mapping: must be JSON')
    })
    app = await startApp([refusing, endpoint(getCategories, () => noContent())])
    proxy = await startNginx({
      upstream: app.port,
      replaced: { 'worker_processes auto;': 'worker_processes 1;', 'keepalive 64;': 'keepalive 1;' },
    })
  })
  afterAll(async () => {
    await proxy?.close()
    await app?.close()
  })

  it.each([1_000, 50_000, 100_000, 200_000, 1_000_000, 6_000_000])(
    'does not block its connection: %i bytes',
    async (bytes) => {
      const body = new FormData()
      body.append('mapping', '{')
      body.append('file', new Blob([new Uint8Array(bytes)]), 'x.csv')
      const request = (path: string, init: RequestInit = {}) =>
        fetch(proxy.url + path, { ...init, signal: AbortSignal.timeout(AT_ONCE_MS) })
      const refused = await request(createImport.path, { method: 'POST', body })
      expect(refused.status).toBe(400)
      await refused.arrayBuffer()
      expect((await request(getCategories.path)).status).toBe(204)
    },
  )
})
