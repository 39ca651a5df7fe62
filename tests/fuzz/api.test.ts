import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { ROLES } from '../../server/platform/access/audience.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startFuzzServer } from './fuzz-server.ts'
import { anyRequest } from './requests.ts'

const REQUESTS = 2500
/** Half a minute of work, which a machine with other work may stretch. */
const LONG_MS = 600_000

describe.each(databasesUnderTest)('every operation on $kind', (database) => {
  let fuzzed: Awaited<ReturnType<typeof startFuzzServer>>
  beforeAll(async () => {
    fuzzed = await startFuzzServer({ database })
  })
  afterAll(() => fuzzed.close())

  it(
    'gives a documented response to any input by any caller, and logs no secrets',
    async () => {
      const anyClient = fc.constantFrom(...ROLES)
      await fc.assert(
        fc.asyncProperty(anyClient, anyRequest, async (role, request) => {
          const fault = await fuzzed.request(role, request)
          if (fault !== null) throw new Error(`${role}: ${request.method} ${request.path}\n${fault}`)
        }),
        { numRuns: REQUESTS, seed: 20261122 },
      )
    },
    LONG_MS,
  )
})
