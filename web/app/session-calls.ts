import type { output } from 'zod'
import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import type { sessionOutput } from '../../server/accounts/sign-in/contract.ts'
import type { HttpClient } from './api/http-client.ts'

/** The response of `GET /api/session`: the signed-in account, and the ways to sign in. */
export type SessionResponse = output<typeof sessionOutput>
/** Who is signed in. */
export type SessionUser = NonNullable<SessionResponse['user']>
/** An account of the demo city; other cities have none. */
export type DemoAccount = SessionResponse['signIn']['demoAccounts'][number]

/** The person that a one-time link is for. */
export interface Invitation {
  readonly name: string
  readonly email: string
  readonly purpose: 'invitation' | 'reset'
}

/** Calls for session and sign-in. Each throws RequestFailed, or TypeError when offline. */
export interface SessionApi {
  session(signal?: AbortSignal): Promise<SessionResponse>
  signIn(email: string, password: string): Promise<unknown>
  signOut(options: { readonly everywhere: boolean }): Promise<unknown>
  changePassword(current: string, next: string): Promise<unknown>
  invitation(token: string): Promise<Invitation>
  acceptInvitation(token: string, password: string): Promise<unknown>
}

/** The session calls; the client has no handler of 401, which here means a wrong password. */
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
