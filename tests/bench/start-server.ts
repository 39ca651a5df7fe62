import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The whole product in a process of its own, over the town of the demo with so many incidents. */
export async function startServer(kind: string, databaseUrl: string | null, incidents?: number) {
  const script = fileURLToPath(new URL('./overload-server.ts', import.meta.url))
  const env = { ...process.env, ...(databaseUrl === null ? {} : { TEST_DATABASE_URL: databaseUrl }) }
  const more = incidents === undefined ? [] : [String(incidents)]
  const child = spawn(process.execPath, ['--import', 'tsx', script, kind, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => reject(new Error('The server ended.')))
  })
  return { ...(JSON.parse(line) as { port: number; cookie: string }), stop: () => child.kill() }
}
