import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'

export const NGINX = '/usr/sbin/nginx'
const CONFIG = readFileSync(join(import.meta.dirname, '../../../nginx.conf'), 'utf8')
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** Whether there is an nginx to test with. Says so where there is none. */
export function hasNginx(): boolean {
  const there = existsSync(NGINX)
  if (!there) process.stdout.write(`${NGINX} is not there: tests behind it are skipped.\n`)
  return there
}

interface Options {
  /** Port of the server behind it. */
  readonly upstream: number
  /** Replacements in the configuration for a test. */
  readonly replaced?: Readonly<Record<string, string>>
  /** Lines of the block `http` besides those of the product. */
  readonly lines?: string
}

/**
 * nginx with the product's configuration on loopback: ports, folders and the server behind it are a test's own.
 *
 * @returns its ports for plain HTTP and TLS, the folder of its certificates, and what its access log holds
 */
export async function startNginx({ upstream, replaced = {}, lines = '' }: Options) {
  const folder = await mkdtemp(join(tmpdir(), 'lagesbild-nginx-'))
  await chmod(folder, 0o755)
  const [port, tlsPort] = await freePorts(2)
  const temporary = TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')
  const text = replaceEach(CONFIG, {
    'listen 8080;': `listen 127.0.0.1:${port};`,
    'listen 8443 ssl;': `listen 127.0.0.1:${tlsPort} ssl;`,
    'server server:8080;': `server 127.0.0.1:${upstream};`,
    '/etc/nginx/certificates': folder,
    '/tmp/nginx.pid': `${folder}/pid`,
    '/dev/stdout': `${folder}/access.log`,
    '/var/cache/nginx': folder,
    'http {': `http {\n${temporary}\n${lines}`,
    ...replaced,
  })
  await writeFile(join(folder, 'nginx.conf'), text)
  const asRoot = process.getuid?.() === 0 ? ' user root;' : ''
  const nginx = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-g', `daemon off;${asRoot}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await vi.waitFor(async () => {
    const socket = connect(port!, '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
  }, 20_000)
  return {
    port: port!,
    tlsPort: tlsPort!,
    url: `http://127.0.0.1:${port}`,
    folder,
    /** A connection from an address of this machine; a reset is its close. */
    connect: async (localAddress = '127.0.0.1') => {
      const socket = connect({ host: '127.0.0.1', port: port!, localAddress }).on('error', () => {})
      await once(socket, 'connect')
      return socket
    },
    log: () => readFile(join(folder, 'access.log'), 'utf8'),
    close: async () => {
      if (nginx.exitCode === null) {
        nginx.kill()
        await once(nginx, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Each text must be there exactly once: what a test replaces is not to slip out of the configuration unseen. */
function replaceEach(text: string, pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs).reduce((rest, [from, to]) => {
    expect([from, rest.split(from).length - 1]).toEqual([from, 1])
    return rest.replace(from, to)
  }, text)
}

/** nginx cannot choose ports by itself. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}
