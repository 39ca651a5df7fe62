import { fileURLToPath } from 'node:url'
import { freshPage } from '../e2e/fresh-page.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { openBrowser, openPage, type OpenOptions, type OpenPage } from '../support/serving/browser.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The page of registers over a city of one square, and a browser to look at it with. */
export interface RegistersPage {
  readonly server: TestServer
  openAs(
    role: 'coordinator' | 'analyst' | 'admin' | 'planner',
    viewport?: OpenOptions['viewport'],
  ): Promise<OpenPage>
  close(): Promise<void>
}

/** Serves the page, rebuilt if outdated. */
export async function serveRegisters(): Promise<RegistersPage> {
  await freshPage(ROOT)
  const server = await startTestServer({ srid: 3006, page: true, signIn: null })
  const { features } = server.storage.repositories
  await features.insert('areas', squareArea(0, 'study', [670_000, 6_576_000, 12_000, 12_000]))
  await server.engine.snapshots.refresh()
  const browser = await openBrowser()
  return {
    server,
    openAs: async (role, viewport) => {
      const { cookie } = await server.people.credentials(role)
      const [name = '', value = ''] = cookie.split('=')
      return openPage(browser, `${server.url}/?page=registers`, {
        ...(viewport !== undefined && { viewport }),
        before: (context) => context.addCookies([{ name, value, url: server.url }]),
      })
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
