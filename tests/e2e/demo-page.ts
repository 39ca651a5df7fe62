import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openStorage } from '../../server/composition/storage.ts'
import { startServer } from '../../server/composition/start-server.ts'
import { type Config, parseConfig } from '../../server/config.ts'
import { buildDemoCity } from '../../server/demo/city.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import type { PublicIndex } from '../../server/contract/public-files.ts'
import { freshPage } from './fresh-page.ts'
import { openBrowser, openPage, type OpenOptions, type OpenPage } from '../support/browser.ts'
import { cookiesOf, createVisitors, type DemoRole } from './visitors.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SILENT = { info() {}, warn() {}, error() {} }
const CLOCK = { nowMs: () => Date.now() }
/** A third of the demo city's incidents show the same places and are written in a third of the time. */
const INCIDENTS = 24_000

export interface VisitOptions extends OpenOptions {
  /** Whose demo account is signed in; null is nobody. */
  readonly as?: DemoRole | null
}

/** The real server with the demo city, and a browser to look at it with. */
export interface DemoPage {
  readonly url: string
  /** Opens a path of the workspace, as the demo's analyst unless told otherwise, and waits until the map is there. */
  open(path: string, options?: VisitOptions): Promise<OpenPage>
  /** Opens a path without waiting for anything, as nobody unless told otherwise. */
  visit(path: string, options?: VisitOptions): Promise<OpenPage>
  /** Asks the server as one of the demo's accounts; the analyst's unless told otherwise. */
  fetch(path: string, as?: DemoRole): Promise<Response>
  /** Waits until the demo city has published its releases. */
  published(): Promise<void>
  close(): Promise<void>
}

/** Builds the page unless it is fresh, seeds a smaller demo city in an embedded database and serves both. */
export async function openDemoPage(): Promise<DemoPage> {
  await freshPage(ROOT)
  const dataDir = await mkdtemp(join(tmpdir(), 'lagesbild-e2e-'))
  const config = { ...parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), port: 0 }
  await seedSmallCity(config)
  const server = await startServer(config, {
    log: SILENT,
    clock: CLOCK,
    say: () => {},
    signal: new AbortController().signal,
  })
  const browser = await openBrowser()
  const visitors = createVisitors(server.url)
  const visit = async (path: string, { as = null, ...options }: VisitOptions = {}) => {
    const cookies = as === null ? [] : cookiesOf(await visitors.cookie(as), server.url)
    return openPage(browser, server.url + path, {
      ...options,
      before: async (context) => {
        await context.addCookies(cookies)
        await options.before?.(context)
      },
    })
  }
  return {
    url: server.url,
    visit,
    fetch: async (path, as = 'analyst') =>
      fetch(server.url + path, { headers: { cookie: await visitors.cookie(as) } }),
    published: () => releasesArePublished(server.url),
    open: async (path, options) => {
      const opened = await visit(path, { as: 'analyst', ...options })
      await mapIsReady(opened.page)
      return opened
    },
    close: () => closeAll(browser, server, dataDir),
  }
}

async function seedSmallCity(config: Config): Promise<void> {
  const storage = await openStorage(config, { log: SILENT, clock: CLOCK, onStage: () => {} })
  await seedDemo(storage.repositories, buildDemoCity({ incidents: INCIDENTS }))
  await storage.close()
}

async function closeAll(
  browser: Browser,
  server: { close(): Promise<void> },
  dataDir: string,
): Promise<void> {
  await browser.close()
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** Waits until the map is drawn and the legend has counted the cells in view. */
export async function mapIsReady(page: Page): Promise<void> {
  await page.locator('.map-region[data-phase=ready]').waitFor({ timeout: 60_000 })
  await page
    .locator('.legend-count', { hasText: /\d/ })
    .first()
    .or(page.locator('.cells, .panel-title'))
    .first()
    .waitFor()
}

async function releasesArePublished(url: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${url}/public/index.json`)
        const { preparing, releases } = (await answer.json()) as PublicIndex
        return !preparing && releases.length > 0
      },
      { timeout: 120_000, interval: 500 },
    )
    .toBe(true)
}
