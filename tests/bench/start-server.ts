import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SCRIPTS = {
  overload: new URL('./overload-server.ts', import.meta.url),
  page: new URL('./page-server.ts', import.meta.url),
} as const

/**
 * The whole product in a process of its own, over the town of the demo with so many incidents.
 *
 * @param script `page` serves the built page too, without limits of work
 */
export async function startServer(
  kind: string,
  databaseUrl: string | null,
  incidents?: number,
  script: keyof typeof SCRIPTS = 'overload',
) {
  const env = { ...process.env, ...(databaseUrl === null ? {} : { TEST_DATABASE_URL: databaseUrl }) }
  const more = incidents === undefined ? [] : [String(incidents)]
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(SCRIPTS[script]), kind, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => reject(new Error('The server ended.')))
  })
  return { ...(JSON.parse(line) as { port: number; cookie: string }), stop: () => child.kill() }
}
