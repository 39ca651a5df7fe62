import { describe, expect, it } from 'vitest'
import { RequestFailed } from '../../web/app/api/problem.ts'
import type { SessionResponse, SessionApi } from '../../web/app/session-calls.ts'
import { createSession, may } from '../../web/app/session.ts'

const responseOf = (role: 'planner' | 'analyst' | null, email = 'eva@city.example'): SessionResponse => ({
  user:
    role === null
      ? null
      : {
          email,
          name: 'Eva Ek',
          role,
          rights: role === 'analyst' ? ['hotspots.read', 'incidents.read'] : ['hotspots.read'],
          organisation: null,
          places: [],
          hasPassword: true,
        },
  expiresAt: null,
  cityName: null,
  timeZone: 'Europe/Stockholm',
  signIn: { password: true, openIdConnect: null, demoAccounts: [] },
})

/** A session over a server with given responses, and the number of page reloads. */
function sessionOver(answers: SessionResponse[]) {
  const started = { over: 0 }
  const reported = { others: 0 }
  const next = () => Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!)
  const api: SessionApi = {
    session: next,
    signIn: () => Promise.resolve(),
    signOut: () => Promise.resolve(),
    changePassword: () => Promise.resolve(),
    invitation: () => Promise.resolve({ name: 'Eva Ek', email: 'eva@city.example', purpose: 'invitation' }),
    acceptInvitation: () => Promise.resolve(),
  }
  const session = createSession({
    api,
    startOver: () => (started.over += 1),
    notifyOtherTabs: () => (reported.others += 1),
  })
  return { session, started, notified: reported, api }
}

describe('a session', () => {
  it('knows the person’s rights, and grants none when signed out', async () => {
    const { session } = sessionOver([responseOf(null), responseOf('planner')])
    await session.load()
    expect(may(session, 'hotspots.read')).toBe(false)
    await session.signIn('eva@city.example', 'x')
    expect(may(session, 'hotspots.read')).toBe(true)
    expect(may(session, 'incidents.read')).toBe(false)
  })

  it('that has expired keeps the page, and continues when the same person signs in again', async () => {
    const { session, started } = sessionOver([responseOf('analyst')])
    await session.load()
    session.noteUnauthenticated()
    expect(session.expired.value).toBe(true)
    expect(session.user.value?.name).toBe('Eva Ek')
    await session.signIn('eva@city.example', 'x')
    expect(session.expired.value).toBe(false)
    expect(session.renewals.value).toBe(1)
    expect(started.over).toBe(0)
  })

  it('that has expired is not handed to somebody else, nor to the same person in another role', async () => {
    for (const other of [responseOf('analyst', 'other@city.example'), responseOf('planner')]) {
      const { session, started } = sessionOver([responseOf('analyst'), other])
      await session.load()
      session.noteUnauthenticated()
      await session.signIn('whoever', 'x')
      expect(started.over).toBe(1)
      expect(session.user.value).toMatchObject({ email: 'eva@city.example', role: 'analyst' })
    }
  })

  it('does not expire when signed out', async () => {
    const { session } = sessionOver([responseOf(null)])
    await session.load()
    session.noteUnauthenticated()
    expect(session.expired.value).toBe(false)
  })

  it('stays expired when another window has not signed in either', async () => {
    const { session } = sessionOver([responseOf('analyst'), responseOf(null)])
    await session.load()
    session.noteUnauthenticated()
    await session.recheck()
    expect(session.expired.value).toBe(true)
  })

  it('reloads the page after signing out, and not when that failed', async () => {
    const { session, started, notified: reported, api } = sessionOver([responseOf('analyst')])
    await session.load()
    await session.signOut({ everywhere: false })
    expect([started.over, reported.others, session.left.value]).toEqual([1, 1, true])
    api.signOut = () => Promise.reject(new RequestFailed('busy', 'later'))
    await expect(session.signOut({ everywhere: true })).rejects.toMatchObject({ code: 'busy' })
    expect([started.over, reported.others]).toEqual([1, 1])
  })

  it('ends in the other tabs too, while public tabs continue', async () => {
    for (const [role, overs] of [
      ['analyst', 1],
      [null, 0],
    ] as const) {
      const { session, started } = sessionOver([responseOf(role)])
      await session.load()
      session.leave()
      expect([started.over, session.left.value]).toEqual([overs, overs === 1])
    }
  })
})
