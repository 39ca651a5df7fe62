import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM, WITHOUT_ADDRESS_BAR } from '../support/serving/browser.ts'

/** A browser with a profile on the disk that can be killed and started again, as a phone does with an app. */
export interface KillableBrowser {
  /** Starts it on its profile. @returns its page */
  start(): Promise<Page>
  /** Ends all of its processes at once: nothing is written any more. */
  kill(): Promise<void>
  close(): Promise<void>
}

const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  WITHOUT_ADDRESS_BAR,
  '--no-first-run',
  '--disable-background-networking',
  '--remote-debugging-port=0',
  '--window-size=390,844',
  '--lang=sv-SE',
]

/** A profile without a browser on it yet. */
export async function createKillableBrowser(): Promise<KillableBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'lagesbild-phone-'))
  let running: { readonly process: ChildProcess; readonly browser: Browser } | null = null
  const kill = async () => {
    if (running === null) return
    const { process: child, browser } = running
    running = null
    const ended = once(child, 'exit')
    // The whole group: the browser, its renderers, its storage.
    process.kill(-child.pid!, 'SIGKILL')
    await ended
    await browser.close()
  }
  return {
    async start() {
      const child = spawn(CHROMIUM, [...ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const browser = await chromium.connectOverCDP(await endpointOf(child))
      running = { process: child, browser }
      const [context] = browser.contexts()
      return context!.pages()[0] ?? (await context!.newPage())
    },
    kill,
    async close() {
      await kill()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function endpointOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stderr! })) {
    const endpoint = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (endpoint !== undefined) return endpoint
  }
  throw new Error('The browser ended before it listened.')
}
