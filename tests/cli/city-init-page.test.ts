import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cookiesOf } from '../e2e/visitors.ts'
import { mapIsReady } from '../e2e/demo-page.ts'
import { freshPage } from '../e2e/fresh-page.ts'
import { hasBrowser, openBrowser, openPage } from '../support/serving/browser.ts'
import { writeMadeCity } from '../support/cities/made-city.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BIN = join(ROOT, 'server/cli/bin.mjs')
const run = promisify(execFile)
/** Of a shell that knows nothing but where programs are: every setting is what the folder says. */
const ENVIRONMENT = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C' }

/** The server of a folder, from its settings, once it says where it is. */
async function serve(cwd: string): Promise<string> {
  const env = { ...ENVIRONMENT, PORT: '0', ADMIN_PORT: 'none', LOG_LEVEL: 'error' }
  const server = spawn(process.execPath, [BIN, 'serve'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    server.kill()
    if (server.exitCode === null) await once(server, 'exit')
  })
  let said = ''
  for await (const chunk of server.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString()
    const url = /^ {2}(http:\/\/localhost:\d+)$/m.exec(said)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The server ended: ${said}`)
}

/** Accepts an invitation; gives the `Cookie` header of the session. */
async function accept(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/api/invitations/acceptance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, password: 'sju sjösjuka sjömän sköts' }),
  })
  expect(response.ok).toBe(true)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

describe.skipIf(!hasBrowser())('a new city', () => {
  it('is set up from an empty folder to its map', async () => {
    await freshPage(ROOT)
    const folder = mkdtempSync(join(tmpdir(), 'own-city-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const files = writeMadeCity(folder)
    const command = (...words: readonly string[]) =>
      run(process.execPath, [BIN, ...words], { cwd: folder, env: ENVIRONMENT })
    const made = await command(
      'city',
      'init',
      '--name',
      'Nystad',
      '--study',
      files.study,
      '--water',
      files.water,
      '--source',
      files.source,
      '--incidents',
      files.incidents,
    )
    expect(made.stdout).toContain('The map of Nystad is there')
    const invited = await command('user', 'add', 'anna@nystad.example', '--role', 'analyst')
    const token = /#\/invitation\/([\w-]{43})/.exec(invited.stdout)![1]!

    const url = await serve(folder)
    const cookie = await accept(url, token)
    const browser = await openBrowser()
    onTestFinished(() => browser.close())
    const { page, complaints } = await openPage(browser, `${url}/?panel=map&group=property`, {
      before: (context) => context.addCookies(cookiesOf(cookie, url)),
    })
    await mapIsReady(page)
    await expect.poll(() => page.title()).toContain('Lägesbild Nystad')
    expect(await page.locator('header').first().textContent()).toContain('Nystad')
    await expect.poll(() => page.url()).toContain('at=')
    const [zoom, latitude, longitude] = new URL(page.url()).searchParams.get('at')!.split(',').map(Number)
    expect(zoom).toBeGreaterThan(11)
    expect([latitude!.toFixed(2), longitude!.toFixed(2)]).toEqual(['59.33', '18.05'])
    expect(await page.locator('[data-part=map-lacks]').textContent()).toContain(
      'Kartan saknar bakgrundskarta, stadsdelar och statistikområden.',
    )
    const { PICTURES: pictures } = process.env
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'own-city.png') })
    expect(complaints).toEqual([])

    // The source does not say how far it reaches: three months back from the last of sixty thefts, of 27 September.
    await page.goto(`${url}/?panel=map&group=property&period=3m`)
    await mapIsReady(page)
    await expect
      .poll(() => page.locator('[data-part=panel]').or(page.locator('main')).first().textContent())
      .toContain('18 händelser i rutor')
  }, 400_000)
})
