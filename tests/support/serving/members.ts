import { expect } from 'vitest'
import type { createApiClient } from './api-client.ts'
import { createBrowser, type TestBrowser } from './browser-cookies.ts'
import type { AccountRole } from '../../../server/platform/access/audience.ts'

/** What every member of a test chooses. */
export const PASSWORD = 'nio gröna cyklar i ån'

/** People invited by an administrator, each with a password and a browser. */
export function createTestMembers(serverUrl: string, admin: ReturnType<typeof createApiClient>) {
  let count = 0

  async function invite(role: AccountRole = 'planner') {
    const email = `person${++count}@test.example`
    const { status, body } = await admin('POST', '/api/users', { body: { email, name: 'Vera Ek', role } })
    expect(status).toBe(201)
    return { email, id: body.user.id as number, token: tokenOf(body.invitation.url) }
  }

  return {
    invite,
    /** A member who has chosen a password and is signed in. */
    async join(role: AccountRole = 'planner') {
      const { email, id, token } = await invite(role)
      const browser = createBrowser()
      const body = { token, password: PASSWORD }
      expect((await browser.send('POST', `${serverUrl}/api/invitations/acceptance`, body)).status).toBe(200)
      return { email, id, browser }
    },
    signIn: (browser: TestBrowser, email: string, password = PASSWORD) =>
      browser.send('POST', `${serverUrl}/api/session`, { email, password }),
    /** The account of a browser's session. */
    whoIs: async (browser: TestBrowser) =>
      (await (await browser.fetch(`${serverUrl}/api/session`)).json()).user,
  }
}

export type TestMembers = ReturnType<typeof createTestMembers>

/** The token of a one-time link. */
export function tokenOf(link: string): string {
  return /#\/invitation\/([\w-]{43})$/.exec(link)![1]!
}
