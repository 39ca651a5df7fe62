import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { parseConfig } from '../../server/config/config.ts'
import { openSession } from '../../server/cli/open-session.ts'
import { writeServerFile } from '../../server/composition/server-file.ts'

it('tells a command whose server ends under it what became of it, and how to go on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-session-'))
  const server = createServer((request, response) =>
    request.url === '/healthz' ? response.end('{}') : request.socket.destroy(),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    rmSync(dataDir, { recursive: true })
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeServerFile(dataDir, { pid: process.pid, url, token: 'token' })

  const config = parseConfig({ DATA_DIR: dataDir, DEMO: 'off' })
  const { session } = await openSession(config, { nowMs: () => 0 }, () => {})
  if (session.kind !== 'remote') throw new Error('The server that runs was not found.')
  await expect(session.request('/api/imports')).rejects.toMatchObject({
    code: 'database-unavailable',
    message: `The server at ${url} ended before it answered; the same command may be given again.`,
  })
})
