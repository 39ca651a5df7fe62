import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export const CHROMIUM = '/usr/bin/chromium'

/** Whether there is a browser to test in. Says so where there is none. */
export function hasBrowser(): boolean {
  const there = existsSync(CHROMIUM)
  if (!there) process.stdout.write(`${CHROMIUM} is not there: tests of the page are skipped.\n`)
  return there
}

/** Wide enough for panel and map beside each other, small enough for a renderer without a graphics card. */
export const WIDE = { width: 1200, height: 760 } as const
export const NARROW = { width: 390, height: 844 } as const

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: string
  /** Runs before the page's own scripts. */
  readonly before?: (context: BrowserContext) => Promise<unknown>
}

/** A page of the product with its console's complaints. */
export interface OpenPage {
  readonly page: Page
  /** Errors and warnings of the console, thrown errors and refusals of the security policy; not of another site's pages. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Pages of Chromium's own address bar, which nobody sees: every window would load two of them, in a process of their own. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']
/** What Playwright turns off by itself and a test could notice; of two lists Chromium reads the last alone. */
const PLAYWRIGHTS_OWN = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** Turns off what costs a test and shows it nothing; a version that does not know a name ignores it. */
export const WITHOUT_ADDRESS_BAR = `--disable-features=${[...PLAYWRIGHTS_OWN, ...ADDRESS_BAR].join()}`

/** Headless Chromium; WebGL comes from its software renderer. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', WITHOUT_ADDRESS_BAR],
  })
}

/** The software renderer remarks on its own speed when a picture is read back. */
const REMARK_OF_THE_RENDERER = /GL Driver Message|GPU stall/

/** Opens an address in a context of its own and listens to its console. */
export async function openPage(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: options.viewport ?? WIDE,
    locale: options.locale ?? 'sv-SE',
    reducedMotion: 'reduce',
  })
  await options.before?.(context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const grave = message.type() === 'error' || message.type() === 'warning'
    const ours = [new URL(url).origin, ''].includes(originOf(message.location().url))
    if (grave && ours && !REMARK_OF_THE_RENDERER.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}

/** Where a message of the console comes from; empty where it comes from no file. */
const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '')

/** A breach of WCAG 2.1 A or AA: the rule and the elements that break it. */
export interface Breach {
  readonly rule: string
  readonly elements: readonly string[]
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** The violations that axe-core finds on the page. */
export async function accessibilityBreaches(page: Page): Promise<readonly Breach[]> {
  // Not by a script element: the page's security policy would rightly refuse it.
  const { readFile } = await import('node:fs/promises')
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8'))
  const result = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    }),
  )
  return result.violations.map(({ id, nodes }) => ({
    rule: id,
    elements: nodes.map(({ html }) => html.slice(0, 160)),
  }))
}
