import { publishInBackground } from '../../server/demo/demo-releases.ts'
import { seedDemoReview } from '../../server/demo/demo-review.ts'
import { DEMO_ACCOUNTS } from '../../server/demo/accounts.ts'
import type { DatabaseUnderTest } from '../support/databases.ts'
import { startTestServer } from '../support/serving/start-server.ts'
import { FIXED_CLOCK } from './fixed-inputs.ts'
import type { Observe, Recording } from './observation.ts'

/** A third of the demo city's incidents: every layer, review and release of it, in a fraction of the time. */
const INCIDENTS = 24_000

/** The callers: anonymous, and each account of the demo city. */
export const VISITORS = ['public', 'partner', 'planner', 'coordinator', 'analyst', 'admin'] as const
export type Visitor = (typeof VISITORS)[number]

/** The demo city as it opens: reviewed and published. */
export async function openDemoCity(database: DatabaseUnderTest, recording: Recording) {
  const server = await startTestServer({
    database,
    demoIncidents: INCIDENTS,
    clock: FIXED_CLOCK,
    signIn: null,
  })
  const observe = recording.on(server.port)
  const { signal } = new AbortController()
  const oncePublic = () => seedDemoReview({ ...server.engine, ...server.storage })
  await publishInBackground({ ...server.engine, storage: server.storage, signal, oncePublic })
  const credentials = await signedIn(observe)
  return { server, observe, headersOf: (who: Visitor) => credentials.get(who)!, close: () => server.close() }
}

export type DemoCity = Awaited<ReturnType<typeof openDemoCity>>

/** Signs an account of every visitor's role in by its password. @returns the headers of each */
async function signedIn(observe: Observe) {
  const credentials = new Map<Visitor, Readonly<Record<string, string>>>([['public', {}]])
  const known = DEMO_ACCOUNTS.flatMap((account) => {
    const role = VISITORS.find((visitor) => visitor === account.role)
    return role === undefined || account.email !== `${role}@exempelstad.example` ? [] : [{ ...account, role }]
  })
  for (const { role, email, password } of known) {
    const request = { method: 'POST', path: '/api/session', body: { email, password } }
    const { headers } = await observe('session', role, request)
    const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0])
    credentials.set(role, { cookie: cookies.join('; ') })
  }
  return credentials
}
