import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBaseUrl } from '../../server/platform/http/base-url.ts'
import { createStartPage } from '../../server/public-site/pages/start-page.ts'
import { listenOnLoopback } from '../support/serving/listen.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { releaseStoreInMemory } from '../support/release-store.ts'

const SHELL = `<!doctype html><html lang="sv"><head><meta name="description" content="x" /><title>Lägesbild</title></head>
<body><!-- words --><noscript><!-- tables --></noscript></body></html>`

/** The start page over releases in memory; other addresses respond `passed on`. */
async function openStartPage() {
  const webDirectory = mkdtempSync(join(tmpdir(), 'lagesbild-start-'))
  writeFileSync(join(webDirectory, 'index.html'), SHELL)
  const store = releaseStoreInMemory()
  const startPage = createStartPage({
    tree: store.tree,
    baseUrlOf: createBaseUrl('https://karta.example.se'),
    webDirectory,
  })
  const app = express().use(startPage, (_request, response) => void response.send('passed on'))
  const { url, close } = await listenOnLoopback(createServer(app as RequestListener))
  onTestFinished(async () => {
    await close()
    rmSync(webDirectory, { recursive: true })
  })
  return { store, get: (path: string, init: RequestInit = {}) => fetch(url + path, init) }
}

const [AREA] = quarterContents('2026-Q1').areas
const metaOf = (text: string, property: string) =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(text)?.[1]

describe('the public page as it is sent', () => {
  it('has title, description and picture of the start, in either language, before anything is published', async () => {
    const { get } = await openStartPage()
    const swedish = await (await get('/')).text()
    expect(metaOf(swedish, 'og:title')).toBe('Trygghet i ditt område')
    expect(metaOf(swedish, 'og:image')).toBe('https://karta.example.se/share.png')
    expect(metaOf(swedish, 'og:url')).toBe('https://karta.example.se/?page=start')
    const english = await (await get('/?page=start&lang=en')).text()
    expect(english).toMatch('<html lang="en">')
    expect(metaOf(english, 'description')).toMatch(/^What was reported in your area/)
  })

  it('has an area’s name and newest released figures, by its key or its name, and a link to its tables', async () => {
    const { store, get } = await openStartPage()
    await store.publish(quarterContents('2026-Q1'))
    for (const requested of [AREA!.key, AREA!.name]) {
      const text = await (await get(`/?area=${encodeURIComponent(requested)}`)).text()
      expect(metaOf(text, 'og:title')).toBe(`${AREA!.name} – Trygghet i ditt område`)
      expect(metaOf(text, 'og:description')).toMatch(
        /januari–mars 2026: \S+, anmält till \S+: (\d+|färre än 5)/,
      )
      expect(metaOf(text, 'og:url')).toBe(`https://karta.example.se/?area=${AREA!.key}`)
      expect(text).toMatch(`<h1>${AREA!.name}</h1>`)
      const [, tables] = /<noscript><ul>\s*<li><a href="\/public\/([^"]+)">/.exec(text) ?? []
      expect(store.tree.find(tables!).kind).toBe('entry')
    }
    const start = await (await get('/')).text()
    expect(start).toMatch('<h1>Lägesbild</h1>')
    expect(await (await get('/?page=start&lang=en')).text()).toMatch('<h1>Safety in your area</h1>')
    for (const { key } of quarterContents('2026-Q1').areas)
      expect(start).toMatch(`/public/areas/${key}.sv.html`)
  })

  it('says nothing of a withdrawn release, nor of what is written into its address', async () => {
    const { store, get } = await openStartPage()
    await store.publish(quarterContents('2026-Q1'))
    const before = await get(`/?area=${AREA!.key}`)
    await store.withdraw('2026-Q1')
    const after = await get(`/?area=${AREA!.key}`, {
      headers: { 'if-none-match': before.headers.get('etag')! },
    })
    expect(after.status).toBe(200)
    expect(metaOf(await after.text(), 'og:title')).toBe('Trygghet i ditt område')
    expect(store.tree.find(`areas/${AREA!.key}.sv.html`).kind).toBe('absent')
    const forged = await (await get('/?area=%3Cscript%3Ealert(1)%3C/script%3E')).text()
    expect(forged).not.toMatch('alert')
  })

  it('is revalidated by ETag, depends on no cookie, and leaves every other address alone', async () => {
    const { get } = await openStartPage()
    const first = await get('/')
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/', { headers: { 'if-none-match': etag, cookie: 'session=1' } })
    expect(again.status).toBe(304)
    for (const path of ['/?page=map', '/?review=3', '/report', '/?panel=hotspots', '/public/index.json'])
      expect(await (await get(path)).text()).toBe('passed on')
    expect(await (await get('/', { method: 'POST' })).text()).toBe('passed on')
  })
})

describe('the page of an area without scripts', () => {
  it('has every published figure in tables, hidden ones as hidden, in both languages, without scripts', async () => {
    const { store } = await openStartPage()
    const contents = quarterContents('2026-Q1')
    await store.publish(contents)
    for (const language of ['sv', 'en']) {
      const text = Buffer.from((await store.read(`areas/${AREA!.key}.${language}.html`))!).toString()
      const own = contents.areaFigures.filter(({ area }) => area === AREA!.key)
      expect(text.match(/<td>/g)).toHaveLength(own.length)
      for (const { count } of own)
        if (typeof count === 'number') expect(text).toMatch(`<td>${count}</td>`)
        else expect(text).toMatch(/färre än 5|fewer than 5|visas inte|not shown|jämföras|compared/)
      expect(text).not.toMatch('<script')
      expect(text).toMatch(/112/)
    }
  })
})
