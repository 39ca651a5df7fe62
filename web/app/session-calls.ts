import type { output } from 'zod'
import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import type { sessionOutput } from '../../server/accounts/sign-in/contract.ts'
import type { HttpClient } from './api/http-client.ts'

/** The answer of `GET /api/session`: who asks, and the ways to sign in here. */
export type SessionResponse = output<typeof sessionOutput>
/** Who is signed in. */
export type SessionUser = NonNullable<SessionResponse['user']>
/** An account of the demo city; there are none anywhere else. */
export type DemoAccount = SessionResponse['signIn']['demoAccounts'][number]

/** Whom a one-time link is for. */
export interface Invitation {
  readonly name: string
  readonly email: string
  readonly purpose: 'invitation' | 'reset'
}

/** The calls about who one is. Each throws RequestFailed, or TypeError when offline. */
export interface SessionApi {
  session(signal?: AbortSignal): Promise<SessionResponse>
  signIn(email: string, password: string): Promise<unknown>
  signOut(options: { readonly everywhere: boolean }): Promise<unknown>
  changePassword(current: string, next: string): Promise<unknown>
  invitation(token: string): Promise<Invitation>
  acceptInvitation(token: string, password: string): Promise<unknown>
}

/** The session calls over questions that tell nobody of a 401: here it means a wrong password. */
export function createSessionApi({ get, send }: HttpClient): SessionApi {
  return {
    session: (signal) => get(ACCOUNT_PATHS.session, signal),
    signIn: (email, password) => send('POST', ACCOUNT_PATHS.session, { email, password }),
    signOut: ({ everywhere }) =>
      send('DELETE', `${ACCOUNT_PATHS.session}${everywhere ? '?everywhere=true' : ''}`),
    changePassword: (current, next) => send('PUT', ACCOUNT_PATHS.sessionPassword, { current, next }),
    invitation: (token) => send('POST', ACCOUNT_PATHS.invitation, { token }),
    acceptInvitation: (token, password) =>
      send('POST', ACCOUNT_PATHS.invitationAcceptance, { token, password }),
  }
}
