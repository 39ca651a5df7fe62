import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { demoDataDirectory, startDemoServer } from './demo-template.ts'
import { freshPage } from './fresh-page.ts'
import { releasesArePublished } from './published.ts'
import { openBrowser, openPage, type OpenOptions, type OpenPage } from '../support/serving/browser.ts'
import { cookiesOf, createVisitors, type DemoRole } from './visitors.ts'
import { part } from './part.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface VisitOptions extends OpenOptions {
  /** Role of the signed-in demo account; null = signed out. */
  readonly as?: DemoRole | null
}

/** The real server with the demo city, and a browser to look at it with. */
export interface DemoPage {
  readonly url: string
  /** Opens a path of the workspace, by default as the demo's analyst, and waits for the map. */
  open(path: string, options?: VisitOptions): Promise<OpenPage>
  /** Opens a path without waiting, by default signed out. */
  visit(path: string, options?: VisitOptions): Promise<OpenPage>
  /** Sends a request as one of the demo's accounts, by default the analyst. */
  fetch(path: string, as?: DemoRole): Promise<Response>
  close(): Promise<void>
}

/**
 * Serves the page, rebuilt if outdated, over a smaller demo city that is published already.
 *
 * @param settings of the server, as the environment gives them
 */
export async function openDemoPage(settings: Readonly<Record<string, string>> = {}): Promise<DemoPage> {
  await freshPage(ROOT)
  const dataDir = await demoDataDirectory(ROOT)
  const server = await startDemoServer(dataDir, settings)
  await releasesArePublished(server.url)
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
    open: async (path, options) => {
      const opened = await visit(path, { as: 'analyst', ...options })
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
  await page.locator('[data-part=map][data-phase=ready]').waitFor({ timeout: 60_000 })
  await part(page, 'legend-count')
    .filter({ hasText: /\d/ })
    .or(part(page, 'cells'))
    .or(part(page, 'panel-title'))
    .first()
    // On a phone the legend is folded.
    .waitFor({ state: 'attached' })
}
