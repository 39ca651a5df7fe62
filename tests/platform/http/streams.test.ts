import { describe, expect, it } from 'vitest'
import { listAuditEvents } from '../../../server/platform/audit/contract.ts'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { ANONYMOUS, type Principal } from '../../../server/platform/access/principal.ts'
import { stream } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

const admin: Principal = {
  audience: audienceOfRole('admin'),
  actor: { kind: 'account', accountId: 1, sessionId: 1, name: 'Ada', organisationId: null },
}

/** A file of several chunks that is sent to the current principal of `who`. */
async function startStream(
  { pieces, onPiece }: { pieces: number; onPiece: (piece: number) => void },
  who: () => Principal,
) {
  let ended = false
  async function* file() {
    try {
      for (let piece = 0; piece < pieces; piece++) {
        onPiece(piece)
        yield `piece ${piece};`
      }
    } finally {
      ended = true
    }
  }
  const authenticator = { known: who, resolve: async () => who() }
  const app = await startApp([endpoint(listAuditEvents, () => stream('text/csv; charset=utf-8', file()))], {
    authenticator,
  })
  return { app, hasEnded: () => ended }
}

describe('a download in progress', () => {
  it('is aborted when its session ends, and its source is released', async () => {
    let principal = admin
    const onPiece = (piece: number) => {
      if (piece === 3) principal = ANONYMOUS
    }
    const { app, hasEnded } = await startStream({ pieces: 5000, onPiece }, () => principal)
    const response = await app.get('/api/audit?format=csv')
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(hasEnded()).toBe(true)
    expect(app.errors).toEqual([])
    await app.close()
  })

  it('completes while its caller keeps access', async () => {
    const { app } = await startStream({ pieces: 3, onPiece() {} }, () => admin)
    expect(await (await app.get('/api/audit?format=csv')).text()).toBe('piece 0;piece 1;piece 2;')
    await app.close()
  })
})
