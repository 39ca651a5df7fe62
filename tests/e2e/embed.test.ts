import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embedCode } from '../../web/public-site/embed/embed-code.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
} from '../support/serving/browser.ts'
import { listenOnLoopback } from '../support/serving/listen.ts'
import { type DemoPage, openDemoPage } from './demo-page.ts'

/** A site of somebody else, whose only page holds what is given to it. */
async function openSite() {
  let body = ''
  const server = createServer((_request, response) =>
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(`<!doctype html><title>elsewhere</title><p>Our site</p>${body}`),
  )
  return { ...(await listenOnLoopback(server)), put: (markup: string) => (body = markup) }
}

const frameOf = (page: Page) => page.frameLocator('iframe.lagesbild')

describe.skipIf(!hasBrowser())('the page for other sites', { timeout: 120_000 }, () => {
  let listed: Awaited<ReturnType<typeof openSite>>
  let unlisted: Awaited<ReturnType<typeof openSite>>
  let city: DemoPage
  let browser: Browser

  beforeAll(async () => {
    listed = await openSite()
    unlisted = await openSite()
    city = await openDemoPage({ EMBED_ORIGINS: listed.url })
    browser = await openBrowser()
  }, 400_000)
  afterAll(async () => {
    await Promise.all([browser?.close(), city?.close()])
    await Promise.all([listed?.close(), unlisted?.close()])
  })

  const code = (area: string | null = null) =>
    embedCode({ origin: city.url, area, language: 'sv', title: 'Trygghet "här"' })

  it('shows map, source, date and a way on in a listed site’s frame, which takes its height', async () => {
    listed.put(code())
    const { page, close } = await openPage(browser, listed.url)
    await frameOf(page).locator('[data-part=public-map][data-drawn]').waitFor({ timeout: 60_000 })
    await frameOf(page)
      .getByText(/^Källa: .* Publicerat \d+ \S+ 20\d\d\.$/)
      .waitFor()
    const wayOn = frameOf(page).getByRole('link', { name: 'Alla områden och mer om siffrorna' })
    expect(await wayOn.getAttribute('href')).toBe('/?page=start')
    expect(await page.locator('iframe').getAttribute('title')).toBe('Trygghet "här"')
    const main = await frameOf(page).locator('main').boundingBox()
    await expect
      .poll(async () => (await page.locator('iframe').boundingBox())?.height)
      .toBeCloseTo(main!.height, -1)
    expect(await page.context().cookies()).toEqual([])
    await close()
  })

  it('sends no cookie even to a signed-in reader, asks for released files alone, and keeps nothing', async () => {
    const asked: string[] = []
    const { page, close } = await city.visit('/embed', {
      as: 'analyst',
      before: async (context) => {
        context.on('request', async (request) => {
          if (request.resourceType() !== 'fetch') return
          const { cookie } = await request.allHeaders()
          asked.push(`${new URL(request.url()).pathname}${cookie === undefined ? '' : ' with a cookie'}`)
        })
      },
    })
    await page.locator('[data-part=public-map][data-drawn]').waitFor({ timeout: 60_000 })
    expect(asked.filter((path) => !/^\/(public|assets)\//.test(path))).toEqual(['/api/base-map'])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await close()
  })

  it('says an area in a sentence, in English on a phone, without breaches of WCAG 2.1 AA', async () => {
    const { releases } = (await (await fetch(`${city.url}/public/index.json`)).json()) as {
      releases: { manifest: string }[]
    }
    const folder = releases[0]!.manifest.replace('manifest.json', 'figures.json')
    const { areas } = (await (await fetch(`${city.url}/public/${folder}`)).json()) as {
      areas: { key: string; name: string }[]
    }
    const { key, name } = areas.find((area) => area.name === 'Tjärbryggan')!
    const { page, complaints, close } = await city.visit(`/embed?area=${key}&lang=en`, { viewport: NARROW })
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText(/^In \S+ 20\d\d about \d+ property crimes were reported to the police in /).waitFor()
    await page.locator('[data-part=public-map][data-drawn]').waitFor({ timeout: 60_000 })
    expect(await accessibilityBreaches(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
    expect(complaints).toEqual([])
    await close()
  })

  it('is refused by the browser in the frame of a site that is not listed, as every other page in all frames', async () => {
    unlisted.put(code())
    listed.put(code().replace('/embed', '/?page=start'))
    for (const site of [unlisted, listed]) {
      const refused: string[] = []
      const context = await browser.newContext()
      const page = await context.newPage()
      page.on('console', (message) => refused.push(message.text()))
      await page.goto(site.url)
      await expect.poll(() => refused.join('\n')).toMatch(/frame-ancestors/)
      expect(await frameOf(page).locator('main').count()).toBe(0)
      await context.close()
    }
  })
})
