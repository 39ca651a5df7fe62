import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../server/composition/engine.ts'
import { isTheirs } from '../../server/digests/theirs.ts'
import { weekOf } from '../../server/digests/week.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { SILENT } from '../../server/platform/log.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { openPost, type Post, textOf } from '../support/mail-server.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { sharedWorkers } from '../support/shared-workers.ts'

const PATH = '/api/digest'

describe('the week of a letter', () => {
  const stockholm = createZone('Europe/Stockholm')
  it.each([
    // The Monday after clocks went forward, and the last hour before it.
    ['2026-03-30T03:59Z', '2026-03-30', '2026-03-30T04:00:00.000Z'],
    ['2026-03-29T21:59Z', '2026-03-23', '2026-03-23T05:00:00.000Z'],
    ['2026-03-29T22:00Z', '2026-03-30', '2026-03-30T04:00:00.000Z'],
  ])('at %s begins on %s by the city’s clock and is due at six in the morning', (now, weekOn, due) => {
    const week = weekOf(Date.parse(now), stockholm)
    expect([week.weekOn, new Date(week.dueMs).toISOString()]).toEqual([weekOn, due])
  })
})

describe('an owner', () => {
  it('is an organisation’s by its whole name, with whatever stands beside it', () => {
    for (const owner of ['trafikkontoret', 'Trafikkontoret, driften', 'Staden (Trafikkontoret)'])
      expect(isTheirs(owner, 'Trafikkontoret')).toBe(true)
    expect(isTheirs('Trafikkontorets vänner', 'Trafikkontoret')).toBe(false)
    expect(isTheirs('Staden', ' ')).toBe(false)
  })
})

describe.each(databasesUnderTest)('the weekly letter from the $kind database', (database) => {
  let nowMs = Date.parse('2026-03-25T12:00Z')
  const clock = { nowMs: () => nowMs }
  let post: Post
  let server: TestServer
  let [own, other] = [0, 0]
  beforeAll(async () => {
    post = await openPost()
    server = await startTestServer({ database, srid: 3006, clock, ...mailTo(post) })
    const { features, people } = server.storage.repositories
    const place = async (x: number) =>
      (await features.insert('areas', squareArea(x, 'place', [X + x, Y, 400, 400]))).id
    own = await place(0)
    other = await place(1000)
    await server.engine.snapshots.refresh()
    const organisation = await people.insertOrganisation({ name: 'Handlarna', placeIds: [own] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    const coordinator = await as('coordinator')
    const promise = async (what: string, more: object = {}) => {
      const body = { areaId: own, what, who: 'Handlarna, ordföranden', dueOn: '2026-03-20', ...more }
      expect((await coordinator('POST', '/api/commitments', { body })).status).toBe(201)
    }
    await promise('Byt lamporna')
    await promise('Städa gränden', { who: 'Polisen' })
    await promise('Hemlig insats', { audience: 'authorities' })
    await promise('Annan plats', { areaId: other })
    const referral = { referredBy: 'Trafiknämnden', board: 'Nämnden', title: 'Ljus', dueOn: '2026-03-20' }
    const body = { areaId: own, form: 'referral-answer', audience: 'parties', ...referral }
    expect((await coordinator('POST', '/api/board-cases', { body })).status).toBe(201)
  })
  afterAll(async () => {
    await server?.close()
    await post?.close()
  })

  /** With a session of now: weeks pass between calls. */
  const as = (role: 'coordinator' | 'partner'): Promise<Call> => {
    server.people.renew(role)
    return server.as(role)
  }
  const at = async (time: string) => {
    nowMs = Date.parse(time)
    await server.engine.digests.flush()
    return post.letters.splice(0)
  }

  it('comes to nobody who has not chosen it', async () => {
    expect((await (await as('partner'))('GET', PATH)).body).toEqual({ language: null, mailIsSet: true })
    expect(await at('2026-03-30T04:00Z')).toEqual([])
  })

  it('comes on Monday at six by the city’s clock, in the chosen language, with what is theirs and nothing of others', async () => {
    await (await as('partner'))('PUT', PATH, { body: { language: 'sv' } })
    expect(await at('2026-03-30T12:00Z')).toEqual([])
    await (await as('partner'))('PUT', PATH, { body: { language: 'en' } })
    expect(await at('2026-04-06T03:59Z')).toEqual([])
    const [letter, ...more] = await at('2026-04-06T04:00Z')
    expect([letter!.to, more]).toEqual(['partner@test.example', []])
    const text = textOf(letter!.text)
    const [late = '', rest = ''] = text.split('Waiting and coming')
    expect(late).toMatch(/Late\n- Byt lamporna · .* · Handlarna, ordföranden · was due on 2026-03-20\n/)
    expect(late).not.toContain('Städa')
    expect(rest).toContain('Nothing has changed.')
    expect(text).not.toMatch(/Hemlig|Annan plats|referral/)
  })

  it('says what others changed since the last one, to a coordinator of everything', async () => {
    await (await as('coordinator'))('PUT', PATH, { body: { language: 'sv' } })
    nowMs = Date.parse('2026-04-08T12:00Z')
    const body = { areaId: own, what: 'Klipp häcken', who: 'Handlarna' }
    await (await as('partner'))('POST', '/api/commitments', { body })
    const letters = await at('2026-04-13T04:00Z')
    const texts = new Map(letters.map(({ to, text }) => [to, textOf(text)]))
    expect([...texts.keys()].toSorted()).toEqual(['coordinator@test.example', 'partner@test.example'])
    const [late = '', changed = ''] = texts
      .get('coordinator@test.example')!
      .split('Ändrat den senaste veckan')
    for (const what of ['Byt lamporna', 'Städa gränden', 'Hemlig insats', 'Annan plats'])
      expect(late).toContain(what)
    expect(late).toMatch(/\n- Svar på remiss: Ljus · .* · Nämnden · skulle varit klart 2026-03-20\n/)
    expect(changed).toMatch(/^\n- Klipp häcken · /)
    expect(texts.get('partner@test.example')!).toContain('Nothing has changed.')
  })

  it('is sent once by two processes at once, by one that starts again, and after a refusal for now', async () => {
    post.refusals.push(451)
    const twin = await openEngine({
      pool: sharedWorkers(),
      storage: server.storage,
      clock,
      log: SILENT,
      ...mailTo(post),
    })
    nowMs = Date.parse('2026-04-20T05:00Z')
    await Promise.all([server.engine.digests.flush(), twin.digests.flush(), twin.digests.flush()])
    expect(post.letters.splice(0)).toHaveLength(1)
    nowMs += 2 * 60_000
    await Promise.all([server.engine.digests.flush(), twin.digests.flush()])
    expect(post.letters.splice(0)).toHaveLength(1)
    await twin.close()
    const again = await openEngine({
      pool: sharedWorkers(),
      storage: server.storage,
      clock,
      log: SILENT,
      ...mailTo(post),
    })
    await again.digests.flush()
    expect(post.letters).toEqual([])
    await again.close()
  })

  it('is sent after all when a process is killed while it sends, as the same letter by its Message-ID', async () => {
    const { digests } = server.storage.repositories
    nowMs = Date.parse('2026-04-27T04:30Z')
    const idOf = ({ text }: { readonly text: string }) => /^Message-ID: *(\S+)/im.exec(text)![1]!
    await digests.queue('2026-04-27', new Date(nowMs).toISOString())
    // Killed after it took a letter up, before or after the mail server had it.
    const taken = await digests.take('2026-04-27', new Date(nowMs).toISOString())
    expect(taken).toMatchObject({ weekOn: '2026-04-27', tries: 1 })
    await server.engine.digests.flush()
    const others = post.letters.splice(0).map(idOf)
    expect(others).toHaveLength(1)
    nowMs += 9 * 60_000
    await server.engine.digests.flush()
    expect(post.letters).toEqual([])
    nowMs += 2 * 60_000
    await server.engine.digests.flush()
    expect(post.letters.splice(0).map(idOf)).toEqual([
      `<digest-2026-04-27-${taken!.accountId}@karta.example.se>`,
    ])
    await server.engine.digests.flush()
    expect(post.letters).toEqual([])
  })

  it('ends by the address in it, without a sign-in, and by losing the right to read', async () => {
    const letters = await at('2026-05-04T05:00Z')
    const { text } = letters.find(({ to }) => to.startsWith('partner'))!
    const head = text.replaceAll(/\r?\n[ \t]/g, ' ')
    const url = /^List-Unsubscribe: *<https:\/\/karta\.example\.se([^>]+)>/m.exec(head)![1]!
    expect(head).toMatch(/^List-Unsubscribe-Post: *List-Unsubscribe=One-Click/m)
    const token = new URL(url, server.url).searchParams.get('token')!
    expect(textOf(text)).toContain(`https://karta.example.se/?page=digest&lang=en#${token}`)
    const everybody = await server.as('public')
    expect((await everybody('POST', url)).status).toBe(204)
    expect((await everybody('POST', url)).status).toBe(404)
    const { accountId } = await server.people.of('coordinator')
    await server.storage.repositories.people.update(accountId, { disabled: true })
    expect(await at('2026-05-11T05:00Z')).toEqual([])
  })
})

const mailTo = ({ url }: Post) => ({
  mail: { url, from: 'Lägesbild <lagesbild@example.se>' },
  publicUrl: 'https://karta.example.se/',
})
