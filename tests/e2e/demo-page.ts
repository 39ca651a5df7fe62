import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { startServer } from '../../server/composition/start-server.ts'
import { parseConfig } from '../../server/config.ts'
import { openBrowser, openPage, type OpenOptions, type OpenPage } from '../support/browser.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SILENT = { info() {}, warn() {}, error() {} }

/** The real server with the demo city, and a browser to look at it with. */
export interface DemoPage {
  readonly url: string
  /** Opens a path of the page and waits until the map is there. */
  open(path: string, options?: OpenOptions): Promise<OpenPage>
  /** Opens a path without waiting for anything. */
  visit(path: string, options?: OpenOptions): Promise<OpenPage>
  close(): Promise<void>
}

/** Builds the page unless it is built, seeds the demo city in an embedded database and serves both. */
export async function openDemoPage(): Promise<DemoPage> {
  if (!existsSync(join(ROOT, 'dist/web/index.html')))
    await build({ root: join(ROOT, 'web'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
  const dataDir = await mkdtemp(join(tmpdir(), 'lagesbild-e2e-'))
  const config = { ...parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }), port: 0 }
  const server = await startServer(config, {
    log: SILENT,
    clock: { nowMs: () => Date.now() },
    say: () => {},
    signal: new AbortController().signal,
  })
  const browser = await openBrowser()
  const visit = (path: string, options?: OpenOptions) => openPage(browser, server.url + path, options)
  return {
    url: server.url,
    visit,
    open: async (path, options) => {
      const opened = await visit(path, options)
      await mapIsReady(opened.page)
      return opened
    },
    close: () => closeAll(browser, server, dataDir),
  }
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
