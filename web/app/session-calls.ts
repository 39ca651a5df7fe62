import type { output } from 'zod'
import { PATHS } from '../../server/platform/http/paths.ts'
import type { sessionOutput } from '../../server/accounts/sign-in/contract.ts'
import type { Ask } from './api/ask.ts'

/** The answer of `GET /api/session`: who asks, and the ways to sign in here. */
export type SessionAnswer = output<typeof sessionOutput>
/** Who is signed in. */
export type SessionUser = NonNullable<SessionAnswer['user']>
/** An account of the demo city; there are none anywhere else. */
export type DemoAccount = SessionAnswer['signIn']['demoAccounts'][number]

/** Whom a one-time link is for. */
export interface Invitation {
  readonly name: string
  readonly email: string
  readonly purpose: 'invitation' | 'reset'
}

/** The calls about who one is. Each throws RequestFailed, or TypeError when offline. */
export interface SessionApi {
  session(signal?: AbortSignal): Promise<SessionAnswer>
  signIn(email: string, password: string): Promise<unknown>
  signOut(options: { readonly everywhere: boolean }): Promise<unknown>
  changePassword(current: string, next: string): Promise<unknown>
  invitation(token: string): Promise<Invitation>
  acceptInvitation(token: string, password: string): Promise<unknown>
}

/** The session calls over questions that tell nobody of a 401: here it means a wrong password. */
export function createSessionApi({ get, send }: Ask): SessionApi {
  return {
    session: (signal) => get(PATHS.session, signal),
    signIn: (email, password) => send('POST', PATHS.session, { email, password }),
    signOut: ({ everywhere }) => send('DELETE', `${PATHS.session}${everywhere ? '?everywhere=true' : ''}`),
    changePassword: (current, next) => send('PUT', PATHS.sessionPassword, { current, next }),
    invitation: (token) => send('POST', PATHS.invitation, { token }),
    acceptInvitation: (token, password) => send('POST', PATHS.invitationAcceptance, { token, password }),
  }
}
