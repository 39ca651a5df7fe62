import { buildDemoCity } from '../../server/demo/city.ts'
import { demoContents, seedDemo } from '../../server/demo/seed.ts'
import { createLoopBudget } from '../../server/platform/http/loop-budget.ts'
import { createApiClient } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer } from '../support/serving/start-server.ts'

const [kind = 'embedded', incidents = '20000'] = process.argv.slice(2)
const database = databasesUnderTest.find((candidate) => candidate.kind === kind)
if (database === undefined) throw new Error(`No ${kind} database to test with: set TEST_DATABASE_URL.`)

/**
 * The whole product with its limits of work as they are in service, over the town of the demo as if it were a real one;
 * prints where it listens, as JSON.
 */
const server = await startTestServer({ database, hasTime: createLoopBudget(() => performance.now()) })
await seedDemo(server.storage.repositories, demoContents(buildDemoCity({ incidents: Number(incidents) })))
await server.engine.snapshots.refresh()
const { cookie } = await server.people.credentials('analyst')
const source = { id: 'load', controller: 'Nämnden', legalBasis: 'Prov', purpose: 'Prov' }
await createApiClient(server.url)('POST', '/api/sources', { body: source })
process.stdout.write(`${JSON.stringify({ port: server.port, cookie })}\n`)
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
