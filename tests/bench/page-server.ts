import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer } from '../support/serving/start-server.ts'

const [kind = 'embedded', incidents = '100000'] = process.argv.slice(2)
const database = databasesUnderTest.find((candidate) => candidate.kind === kind)
if (database === undefined) throw new Error(`No ${kind} database to test with: set TEST_DATABASE_URL.`)

/** The product with its built page, over the town of the demo as if it were a real one; prints where it listens, as JSON. */
const server = await startTestServer({ database, page: true, townIncidents: Number(incidents) })
await server.engine.snapshots.refresh()
const { cookie } = await server.people.credentials('analyst')
process.stdout.write(`${JSON.stringify({ port: server.port, cookie })}\n`)
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
