import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '../../server/cli/open-session.ts'
import type { RemoteServer } from '../../server/cli/session.ts'
import {
  openOperatorSocket,
  operatorSocketPath,
  takesCommands,
} from '../../server/composition/operator-socket.ts'
import { parseConfig } from '../../server/config/config.ts'
import { drain } from '../../server/platform/http/listener.ts'

const HOST = 'localhost:8080'
const echo: RequestListener = (request, response) => void request.pipe(response)

let dataDir: string
let path: string
let servers: Server[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-socket-'))
  path = operatorSocketPath(dataDir)!
  servers = []
})
afterEach(async () => {
  for (const server of servers) server.closeAllConnections()
  await Promise.all(servers.map(drain))
  rmSync(dataDir, { recursive: true })
})

async function open(app: RequestListener): Promise<Server> {
  const server = await openOperatorSocket(path, app, HOST)
  servers.push(server)
  return server
}

/** What a command works through while a server responds like this. */
async function remoteSession(app: RequestListener): Promise<RemoteServer> {
  await open(app)
  const config = parseConfig({ DATA_DIR: dataDir, DEMO: 'off' })
  const { session } = await openSession(config, { nowMs: () => 0 }, () => {})
  if (session.kind !== 'remote') throw new Error('The server that runs was not found.')
  return session
}

describe('the operator’s socket', () => {
  it('is accessible to its owner only, whatever the umask, and is removed with its server', async () => {
    const mask = process.umask(0)
    try {
      const server = await open(echo)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(process.umask()).toBe(0)
      await drain(server)
      expect(existsSync(path)).toBe(false)
    } finally {
      process.umask(mask)
    }
  })

  it('replaces a socket that a killed server left behind', async () => {
    const script = `require('node:net').createServer().listen(process.argv[1], () => console.log('listening'))`
    const killed = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(existsSync(path)).toBe(true)
    expect(await takesCommands(path)).toBe(false)
    await open(echo)
    expect(await takesCommands(path)).toBe(true)
  })

  it('is not taken over from a running server', async () => {
    await open(echo)
    await expect(openOperatorSocket(path, echo, HOST)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Another server takes the commands for this folder .*DATA_DIR/),
    })
    expect(await takesCommands(path)).toBe(true)
  })

  it('has a relative path where the absolute one is too long for an address', () => {
    const folder = 'folder'.repeat(14)
    expect(operatorSocketPath(join(process.cwd(), folder))).toBe(join(folder, 'operator.sock'))
    expect(operatorSocketPath(join(process.cwd(), 'folder'.repeat(20)))).toBeNull()
  })
})

describe('a command that goes through a running server', () => {
  it('streams its input and the response', async () => {
    const server = await remoteSession(echo)
    const steps: string[] = []
    async function* chunks() {
      for (const chunk of ['första', 'andra']) {
        steps.push(`sent ${chunk}`)
        yield Buffer.from(chunk)
        // The next chunk is not read before the server has sent this one back.
        while (!steps.includes(`got ${chunk}`)) await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const init = { method: 'POST', body: chunks() as unknown as BodyInit, duplex: 'half' } as RequestInit
    const response = await server.request('/api/imports?preview=true', init)
    for await (const chunk of response.body!) steps.push(`got ${Buffer.from(chunk).toString()}`)
    expect(steps).toEqual(['sent första', 'got första', 'sent andra', 'got andra'])
  })

  it('sends forms and texts with their types, and nothing of a host or a credential', async () => {
    const server = await remoteSession((request, response) => {
      const { method, url, headers } = request
      void text(request).then((body) => response.end(JSON.stringify({ method, url, headers, body })))
    })
    const form = new FormData()
    form.set('options', '{}')
    const sent = await (await server.request('/api/area-imports', { method: 'POST', body: form })).json()
    expect(sent).toMatchObject({ method: 'POST', url: '/api/area-imports', headers: { host: HOST } })
    expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(sent.headers).not.toHaveProperty('authorization')
    expect(sent.body).toContain('name="options"')
    const none = await (await server.request('/api/keys/1', { method: 'DELETE' })).json()
    expect(none).toMatchObject({ method: 'DELETE', body: '' })
  })

  it('gets the refusal of its file when the server has read only the beginning', async () => {
    const server = await remoteSession((request, response) => {
      request.once('data', () => {
        request.pause()
        response.writeHead(413, { 'Content-Type': 'application/problem+json' }).end('{"code":"too-large"}')
      })
    })
    let ended = false
    async function* file() {
      try {
        for (;;) yield Buffer.alloc(65_536)
      } finally {
        ended = true
      }
    }
    const init = { method: 'POST', body: file() as unknown as BodyInit, duplex: 'half' } as RequestInit
    const response = await server.request('/api/imports', init)
    expect([response.status, await response.json()]).toEqual([413, { code: 'too-large' }])
    await expect.poll(() => ended).toBe(true)
  })

  it('reports how to continue when the server ends before it responds', async () => {
    const server = await remoteSession((request) => void request.socket.destroy())
    await expect(server.request('/api/imports')).rejects.toMatchObject({
      code: 'database-unavailable',
      message: `The server at ${path} ended before it answered; the same command may be given again.`,
    })
  })

  it('ends when it is cancelled, with the reason that was given', async () => {
    const cancel = new AbortController()
    const server = await remoteSession(() => cancel.abort('cancelled'))
    await expect(server.request('/api/system/purge', { signal: cancel.signal })).rejects.toBe('cancelled')
  })
})
