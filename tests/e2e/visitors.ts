import type { Cookie } from 'playwright-core'
import type { SessionResponse } from '../../web/app/session-calls.ts'

/** A role that the demo city has an account of. */
export type DemoRole = SessionResponse['signIn']['demoAccounts'][number]['role']

/** The sessions of the demo's accounts: each signs in once, on first use, and is shared. */
export interface Visitors {
  /** The `Cookie` header of a role's session. */
  cookie(role: DemoRole): Promise<string>
  /** A separate session, for tests that end it. */
  freshCookie(role: DemoRole): Promise<string>
}

/** Signs the demo's accounts in as the page does, with the passwords that it offers. */
export function createVisitors(url: string): Visitors {
  const cookies = new Map<DemoRole, Promise<string>>()
  const freshCookie = async (role: DemoRole) => {
    const { signIn } = (await (await fetch(`${url}/api/session`)).json()) as SessionResponse
    const account = signIn.demoAccounts.find((offered) => offered.role === role)
    if (account === undefined) throw new Error(`The demo offers no account of the role ${role}.`)
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: account.email, password: account.password }),
    })
    if (!response.ok) throw new Error(`The demo's ${role} could not sign in: ${response.status}.`)
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
  return {
    freshCookie,
    cookie: (role) => {
      const known = cookies.get(role) ?? freshCookie(role)
      cookies.set(role, known)
      return known
    },
  }
}

/** A `Cookie` header as the browser keeps it. */
export function cookiesOf(header: string, url: string): Pick<Cookie, 'name' | 'value'>[] {
  return header.split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return { name, value: value.join('='), url }
  })
}
