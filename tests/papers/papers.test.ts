import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const DECISION = { name: 'Södra stadsdelsnämnden', decidedOn: '2026-03-12', section: 14 }

/** All texts of a paper in their order. */
const textsOf = (paper: Json): readonly string[] =>
  paper.sections.flatMap(({ blocks }: Json) =>
    blocks.flatMap((block: Json) => (block.type === 'table' ? block.rows.flat() : [block.text])),
  )

describe.each(databasesUnderTest)('papers of a place on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let [place, district] = [0, 0]
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features } = server.storage.repositories
    const insert = async (kind: 'place' | 'district', square: readonly [number, number, number, number]) =>
      (await features.insert('areas', squareArea(0, kind, square))).id
    district = await insert('district', [X, Y, 2000, 2000])
    place = await insert('place', [X + 100, Y + 100, 400, 400])
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const add = async (path: string, body: object, areaId = place): Promise<Json> => {
    const response = await coordinator('POST', `/api/${path}`, { body: { areaId, ...body } })
    expect([response.status, response.body.detail]).toEqual([201, undefined])
    return response.body
  }
  const paper = async (kind: string, query: string, call = coordinator): Promise<Json> =>
    (await call('GET', `/api/papers/${kind}?${query}`)).body

  it('say what is missing as long as nothing is written, and then what was written', async () => {
    const empty = await paper('action-plan', `area=${place}`)
    expect(empty.missing).toEqual(['Inget problem är formulerat för området.', 'Ingen åtgärd är beslutad.'])
    const problem = await add('problems', { title: 'Bråk på kvällarna', subject: 'people' })
    await add('goals', {
      partOf: problem.id,
      what: 'Färre bråk',
      indicatorKind: 'released',
      indicator: 'Anmält våld, per år',
      baseline: 40,
      target: 20,
      dueOn: '2027-12-31',
    })
    await add('measures', {
      partOf: problem.id,
      title: 'Ny belysning',
      type: 'lighting',
      owner: 'Trafiknämnden',
      state: 'decided',
      decision: DECISION,
      money: { amountSek: 650_000, kind: 'investment', source: 'safety_fund', state: 'granted' },
    })
    const plan = await paper('action-plan', `area=${place}`)
    expect(plan.missing).toEqual([])
    expect(textsOf(plan)).toEqual(
      expect.arrayContaining([
        'Bråk på kvällarna',
        'Färre bråk',
        '31 december 2027',
        'Ny belysning (Belysning)',
        '650\u00a0000 kr, investering, trygghetsmedel, beviljat',
        'Södra stadsdelsnämnden 12 mars 2026, § 14',
      ]),
    )
    const english = await paper('action-plan', `area=${place}&lang=en`)
    expect([english.title, textsOf(english)]).toEqual([
      expect.stringMatching(/^Action plan for /),
      expect.arrayContaining(['Ny belysning (Lighting)', 'Södra stadsdelsnämnden 12 March 2026, § 14']),
    ])
  })

  it('leave out what is for fewer than they are for, and say how much', async () => {
    await add('measures', {
      title: 'Förstärkt bevakning',
      type: 'guard_area',
      owner: 'Polisen',
      audience: 'authorities',
    })
    const forParties = await paper('action-plan', `area=${place}`)
    expect(textsOf(forParties)).not.toContain('Förstärkt bevakning (Ordningsvakter)')
    expect(forParties.facts.at(-1).value).toBe(
      'alla parter. En uppgift står inte här, för den är bara för andra.',
    )
    const forAuthorities = await paper('action-plan', `area=${place}&audience=authorities`)
    expect(textsOf(forAuthorities)).toContain('Förstärkt bevakning (Ordningsvakter)')
  })

  it('of a district hold what is done at its places', async () => {
    await add('problems', { title: 'Ödsligt torg', subject: 'perceived_safety' })
    expect(textsOf(await paper('situation-picture', `area=${district}`))).toContain(
      'Ödsligt torg (Upplevd trygghet)',
    )
  })

  it('of the situation hold what evidence points at and the pictures that are handed in, and no draft', async () => {
    const problem = await add('problems', { title: 'Nedskräpad gång', subject: 'environment' })
    const lacking = await paper('situation-picture', `area=${place}`)
    expect(lacking.missing).toContain('”Nedskräpad gång” har inget underlag.')
    expect(lacking.missing).toContain('Ingen lägesbild är inlämnad eller gemensamt fastställd.')
    await add('evidence', {
      partOf: problem.id,
      pointer: { kind: 'document', address: 'dnr 2026/12' },
      text: 'Städrapporten för mars',
    })
    const joint = {
      form: 'joint',
      periodFrom: '2026-01-01',
      periodTo: '2026-04-30',
      needs: 'Fler papperskorgar',
    }
    await add('situation-pictures', { ...joint, state: 'agreed' })
    await add('situation-pictures', { ...joint, state: 'open', needs: 'Ännu inte klart' })
    const whole = await paper('situation-picture', `area=${place}`)
    expect(whole.missing).not.toContain('”Nedskräpad gång” har inget underlag.')
    expect(textsOf(whole)).toEqual(
      expect.arrayContaining([
        'Handling: dnr 2026/12',
        'Städrapporten för mars',
        'Behov: Fler papperskorgar',
      ]),
    )
    expect(textsOf(whole)).not.toContain('Behov: Ännu inte klart')
  })

  it('name the item that is needed, and refuse one of another area', async () => {
    const without = await coordinator('GET', `/api/papers/grant-application?area=${place}`)
    expect([without.status, without.body.problems[0].field]).toEqual([422, 'item'])
    const foreign = await add('measures', { title: 'Annat', type: 'cleaning', owner: 'Staden' }, district)
    const other = await coordinator('GET', `/api/papers/grant-application?area=${place}&item=${foreign.id}`)
    expect(other.status).toBe(404)
  })

  it('come as a page without script and as a Word file with headings and a language', async () => {
    const page = await coordinator('GET', `/papers/action-plan?area=${place}`)
    expect(page.body).toContain('<html lang="sv">')
    expect(page.body).not.toContain('<script')
    expect(page.body).toContain('Bråk på kvällarna')
    const headers = await server.people.credentials('coordinator')
    const file = await fetch(`${server.url}/papers/action-plan/docx?area=${place}`, { headers })
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="action-plan-${place}.docx"`)
    const xml = strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']!)
    expect(xml).toContain('<w:pStyle w:val="Title"/>')
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(8)
    expect(xml).toContain('<w:lang w:val="sv-SE"/>')
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('Södra stadsdelsnämnden 12 mars 2026, § 14')
  })
})
