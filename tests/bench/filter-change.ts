import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { freshPage } from '../e2e/fresh-page.ts'
import { hasBrowser, openBrowser, openPage } from '../support/serving/browser.ts'
import { type Bench, type BenchRow, median, quantile } from './bench.ts'
import { timeToPixels, watchDrawing } from './drawn-frames.ts'
import { startServer } from './start-server.ts'

const VIEW = { width: 1440, height: 900 } as const
const MAX_MEDIAN_MS = 300
const MAX_P95_MS = 600
const MAX_TASK_MS = 200
/** The renderer may be this much larger after the last tenth of the changes than after the first. */
const MAX_GROWTH_MB = 40
const EDGES = [200, 50] as const
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2024, 0, 1)
/** Every change is a period that nobody has asked for. */
const CHANGES = 40
const GROWTH_CHANGES = 300
const WARM_UP = 4

/** From a changed filter to all new pixels, in the real browser with its software renderer. */
export const filterChangeBench: Bench = {
  name: 'filter-change',
  async run({ sizes, databaseUrl, log }) {
    if (!hasBrowser()) return []
    await freshPage(fileURLToPath(new URL('../..', import.meta.url)))
    const rows: BenchRow[] = []
    for (const size of sizes) {
      log(`filling ${size}`)
      const server = await startServer(
        databaseUrl === null ? 'embedded' : 'postgis',
        databaseUrl,
        size,
        'page',
      )
      const browser = await openBrowser()
      try {
        for (const edge of EDGES) rows.push(...(await measure(browser, server, size, edge)))
        rows.push(await growth(browser, server, size))
      } finally {
        await browser.close()
        server.stop()
      }
    }
    return rows
  },
}

interface Served {
  readonly port: number
  readonly cookie: string
}

async function open(browser: Browser, { port, cookie }: Served, edge: number) {
  const [name, value] = cookie.split('=', 2) as [string, string]
  const url = `http://127.0.0.1:${port}`
  const path = `/?group=property&from=2024-01-01&to=2026-11-01&cell=${edge}`
  const opened = await openPage(browser, url + path, {
    viewport: VIEW,
    before: async (context) => {
      await context.addCookies([{ name, value, url }])
      await context.addInitScript(watchDrawing)
    },
  })
  await opened.page.locator('[data-part=map][data-phase=ready]').waitFor({ timeout: 60_000 })
  await opened.page.locator('input[type=date]').first().waitFor()
  return opened
}

const dayAfter = (days: number) => new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10)
const change = (page: Page, days: number) =>
  timeToPixels(page, { selector: 'input[type=date]', value: dayAfter(days) })

async function measure(browser: Browser, server: Served, size: number, edge: number): Promise<BenchRow[]> {
  const { page, close } = await open(browser, server, edge)
  for (let k = 0; k < WARM_UP; k++) await change(page, k + 1)
  const times: number[] = []
  const tasks: number[] = []
  for (let k = 0; k < CHANGES; k++) {
    const { drawnMs, maxTaskMs } = await change(page, WARM_UP + k + 1)
    times.push(drawnMs)
    tasks.push(maxTaskMs)
  }
  await close()
  const [middle, p95, task] = [median(times), quantile(times, 0.95), Math.max(...tasks)]
  return [
    {
      ...row(`a changed period to all new pixels, cells of ${edge} m, never asked for before`, size),
      ours: `median ${middle.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest task ${task.toFixed(0)} ms`,
      peer: `≤ ${MAX_MEDIAN_MS}, ${MAX_P95_MS}, ${MAX_TASK_MS} ms`,
      met: middle <= MAX_MEDIAN_MS && p95 <= MAX_P95_MS && task <= MAX_TASK_MS,
    },
  ]
}

async function growth(browser: Browser, server: Served, size: number): Promise<BenchRow> {
  const { page, close } = await open(browser, server, 200)
  const memory: number[] = []
  for (let k = 0; k < GROWTH_CHANGES; k++) {
    await change(page, 100 + k)
    if ((k + 1) % (GROWTH_CHANGES / 10) === 0) memory.push(await rendererMegabytes(browser))
  }
  await close()
  const [first, last] = [memory[0]!, memory.at(-1)!]
  return {
    ...row(`memory of the page after ${GROWTH_CHANGES / 10} changes, and after ${GROWTH_CHANGES}`, size),
    ours: `${first.toFixed(0)} MB, ${last.toFixed(0)} MB`,
    peer: `≤ ${MAX_GROWTH_MB} MB more`,
    met: last - first <= MAX_GROWTH_MB,
  }
}

/** Memory of the largest renderer that is its own, MB. */
async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => anonymousMegabytes(id))
  return Math.max(0, ...sizes)
}

function anonymousMegabytes(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

function row(work: string, size: number): BenchRow {
  return { work, size, ours: '', peer: '', peerName: '', ratio: null, target: null }
}
