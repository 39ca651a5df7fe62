import { strFromU8, unzipSync } from 'fflate'
import { hashOf, unpacked } from '../../support/unpack-archive.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FiledDocument } from '../../../server/reviews/documents/filed-document.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import type { Json } from '../../support/serving/api-client.ts'
import { type Call, LOCKING, moved, opened, step, WEIGHING } from '../../support/review-steps.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const CLOCK = { nowMs: () => Date.parse('2026-11-22T12:00:00Z') + performance.now() }
const INCIDENTS = 12_000
const PERIODS = ['2025-Q3', '2025-Q4', '2024', '2025'] as const
const OVERLAPPING = 10

const OPEN_FILES = [
  'underlag/underlag.html',
  'underlag/underlag.docx',
  'underlag/underlag.json',
  'arende/review.json',
  'arende/checklist.json',
]
const SECRET_FILES = [
  'bilaga/bilaga.html',
  'bilaga/bilaga.docx',
  'bilaga/evidence.json',
  'bilaga/figures.csv',
  'bilaga/figures.geojson',
]
const SUMS = ['MANIFEST.json', 'SHA256SUMS']

describe.each(databasesUnderTest)('the documents of a review on the $kind database', (database) => {
  let server: TestServer
  let planner: Call
  let coordinator: Call
  let analyst: Call
  beforeAll(async () => {
    server = await startTestServer({ database, clock: CLOCK, townIncidents: INCIDENTS })
    planner = await server.as('planner')
    coordinator = await server.as('coordinator')
    analyst = await server.as('analyst')
  })
  afterAll(() => server?.close())

  const page = async (path: string) => (await planner('GET', path)).body as string
  const documentOf = async ({ id }: Json): Promise<FiledDocument> =>
    (await planner('GET', `/api/reviews/${id}/handling`)).body.handling

  it('are working material before the lock, afterwards an annex with the claimed secrecy', async () => {
    const open = await moved(planner, await opened(planner), 'screening')
    const annexOf = ({ id }: Json, language = 'sv') => page(`/reviews/${id}?face=annex&lang=${language}`)
    const before = await annexOf(open)
    expect(before).toContain('<p class="stamp">Arbetsmaterial</p>')
    expect(before).not.toContain('Sekretessbilaga')
    const review = await moved(coordinator, open, 'evidence_locked')
    const after = await annexOf(review)
    expect(after).toContain('<p class="stamp">Sekretessbilaga</p>')
    const { statute, authority } = LOCKING.annex
    for (const said of [statute, authority, 'Begärs det ut prövar staden sekretessen'])
      expect(after).toContain(said)
    expect(await annexOf(review, 'en')).toContain('the city tries the secrecy')
    const document = await page(`/reviews/${review.id}`)
    expect(document).toContain('offentligt underlag')
    expect(document).toContain(statute)
    expect(document).not.toContain('Arbetsmaterial')
    await readAsWord(review)
  })

  /** Both papers as Word files: twice the same bytes, with a map, and the annex's mark on every sheet. */
  async function readAsWord({ id }: Json): Promise<void> {
    const headers = await server.people.credentials('planner')
    const fileOf = async (face: string) => {
      const response = await fetch(`${server.url}/reviews/${id}/docx?face=${face}`, { headers })
      return new Uint8Array(await response.arrayBuffer())
    }
    const parts = unzipSync(await fileOf('document'))
    const xml = strFromU8(parts['word/document.xml']!)
    expect(xml).toContain('<w:pStyle w:val="Title"/>')
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5)
    expect(xml).toContain('<w:lang w:val="sv-SE"/>')
    expect(xml).toMatch(/<wp:docPr [^>]*descr="Karta med norr uppåt: området med gator/)
    expect([...parts['word/media/image1.png']!.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    expect(xml).not.toContain('de rutor som räknas till platsen')
    const annex = await fileOf('annex')
    expect(Buffer.compare(annex, await fileOf('annex'))).toBe(0)
    const { 'word/header1.xml': header, 'word/document.xml': body } = unzipSync(annex)
    expect(strFromU8(header!)).toContain('Sekretessbilaga')
    expect(strFromU8(body!)).toContain('<w:tblHeader/>')
    expect(strFromU8(body!)).toContain('de rutor som räknas till platsen')
  }

  it('are one archive with the hash of each file, from the lock on', async () => {
    const open = await moved(planner, await opened(planner), 'screening')
    const before = await fetch(`${server.url}/reviews/${open.id}/zip`, {
      headers: await server.people.credentials('planner'),
    })
    expect(before.status).toBe(409)
    const review = await moved(coordinator, open, 'evidence_locked')
    const archive = await archiveOf(review)
    expect(Buffer.compare(archive, await archiveOf(review))).toBe(0)
    const files = unpacked(archive)
    expect(Object.keys(files)).toEqual([...OPEN_FILES, ...SECRET_FILES, 'LÄS MIG.txt', ...SUMS])
    const sealed = (await planner('GET', `/api/reviews/${review.id}`)).body
    expect(JSON.parse(strFromU8(files['bilaga/evidence.json']!))).toEqual(sealed.evidence)
    expect(strFromU8(files['bilaga/figures.csv']!).split('\r\n')).toHaveLength(
      sealed.evidence.counts.length + 2,
    )
    const manifest = JSON.parse(strFromU8(files['MANIFEST.json']!))
    const { sealedSha256, sha256: evidenceSha256, snapshotVersion: dataVersion, revision } = sealed
    expect(manifest).toMatchObject({
      sealedSha256,
      evidenceSha256,
      dataVersion,
      revision,
      state: sealed.state,
    })
    for (const { name, bytes, sha256 } of manifest.files)
      expect([name, files[name]!.length, hashOf(files[name]!)]).toEqual([name, bytes, sha256])
  })

  const archiveOf = async ({ id }: Json, language = 'sv'): Promise<Uint8Array> => {
    const headers = await server.people.credentials('planner')
    const response = await fetch(`${server.url}/reviews/${id}/zip?lang=${language}`, { headers })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    return new Uint8Array(await response.arrayBuffer())
  }

  it('are previewed before the lock, with missing parts and disclosed numbers', async () => {
    let review = await moved(planner, await opened(planner), 'screening')
    const { evidence } = (await planner('GET', `/api/reviews/${review.id}`)).body
    const exact = evidence.counts.map(({ count }: Json) => count).find((count: number) => count > 9)
    const assessment = `Platsen har haft ${exact} anmälningar sedan 2024.`
    review = (await step(planner, review, 'PUT', 'weighing', { ...WEIGHING, assessment })).body
    const preview = (await planner('GET', `/api/reviews/${review.id}/document-preview`)).body
    expect(preview).toMatchObject({
      hasFigures: false,
      releases: [],
      repeated: [{ field: 'assessment', number: String(exact) }],
      document: { stage: 'locked', assessment, figures: null },
    })
    const shown = await page(`/reviews/${review.id}?face=preview`)
    expect(shown).toContain('<p class="stamp">Förhandsvisning</p>')
    expect(shown).toContain('Staden hade inte publicerat några siffror')
    const locked = await moved(coordinator, review, 'evidence_locked')
    const { annex: _, lockedAt: __, caseNumber: ___, ...filed } = await documentOf(locked)
    expect(preview.document).toMatchObject(filed)
  })

  it('have only released figures, for ten overlapping proposals', async () => {
    for (const period of PERIODS) await publish(period)
    const { releases } = server.storage.repositories
    const published = (await releases.list(['published'])).map(({ contents }) => contents)
    const disclosed = new Set(
      published.flatMap((contents) =>
        contents.kind === 'public'
          ? [...contents.areaFigures, ...(contents.statistical?.figures ?? [])].map(textOf)
          : [],
      ),
    )
    const documents: FiledDocument[] = []
    for (let k = 0; k < OVERLAPPING; k++) documents.push(await filed(k))
    for (const { figures } of documents) {
      const { byStatisticalArea, byDistrict, releases: cited } = figures!
      const all = [...byStatisticalArea, ...byDistrict]
      expect(cited.map(({ key }) => key)).toEqual(['2025', '2024', '2025-Q4', '2025-Q3'])
      expect(all.map(textOf).every((figure) => disclosed.has(figure))).toBe(true)
      expect(byStatisticalArea.length).toBeGreaterThan(15)
      expect(byDistrict.length).toBeGreaterThan(10)
      const shown = all.filter(({ count }) => count !== 'withheld' && count !== 'not-covered')
      expect(shown.length).toBeGreaterThan(all.length * 0.9)
    }
    const { breaches } = await server.engine.releaseComputer.attack(published)
    expect(breaches).toEqual([])
    expect(await server.storage.repositories.reviews.earlierDocuments()).toEqual([])
  }, 300_000)

  const textOf = ({ area, register, group, period, count }: Json) =>
    [area, register, group, period, count].join(' ')

  async function publish(period: string): Promise<void> {
    const done = async (call: Call, path: string, body?: object): Promise<Json> => {
      for (;;) {
        const response = await call('POST', path, body === undefined ? {} : { body })
        expect([response.status, response.body.detail]).toEqual([expect.any(Number), undefined])
        if (response.status !== 202) return response.body
      }
    }
    const { items } = await done(coordinator, '/api/releases', { period })
    await done(analyst, `/api/releases/${items[0].id}/approval`)
    await done(coordinator, `/api/releases/${items[0].id}/publication`)
  }

  /** The document of a square beside the central station, moved on by twenty metres each time. */
  async function filed(k: number): Promise<FiledDocument> {
    const { projection } = server.storage
    const [x, y] = [802_400 + 20 * k, 6_507_650]
    const corners = [
      [x, y],
      [x + 200, y],
      [x + 200, y + 150],
      [x, y + 150],
      [x, y],
    ].map(([east, north]) => projection.toWgs84(east!, north!))
    const proposal = {
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [corners] },
      properties: { title: `Kvarteret ${k + 1}`, description: null, caseNumber: null },
    }
    const { body: made } = await planner('POST', '/api/proposals', { body: proposal })
    const screened = await moved(planner, await opened(planner, made.id), 'screening')
    return documentOf(await moved(coordinator, screened, 'evidence_locked'))
  }
})
