import { ipKeyGenerator } from 'express-rate-limit'
import * as contract from './contract.ts'
import type { LinkService } from '../people/one-time-links.ts'
import { DEVICE_DAYS } from './known-device.ts'
import type { OwnAccountService } from './own-account.ts'
import type { SessionViews } from './session-view.ts'
import type { Origin, SignedIn, SignInService } from './sign-in.ts'
import { type EndpointResponse, json, noContent } from '../../platform/http/endpoint-response.ts'
import { type CallRequest, endpoint, type Route } from '../../platform/http/route.ts'
import type { CookieJar } from '../../platform/http/session-cookie.ts'

/** The cookies of signing in. */
export interface SignInCookies {
  /** The session cookie, without a lifetime: ends with the browser, if the server has not ended it before. */
  readonly session: CookieJar
  /** Marks the browser as known. */
  readonly device: CookieJar
}

interface Deps {
  readonly signIn: SignInService
  readonly ownAccount: OwnAccountService
  readonly links: LinkService
  readonly views: SessionViews
  readonly cookies: SignInCookies
}

const NO_STORE = { 'Cache-Control': 'no-store' }
const DEVICE_SECONDS = DEVICE_DAYS * 86_400

/** Routes of sign-in and sign-out, the own password, and one-time links. */
export function sessionRoutes({ signIn, ownAccount, links, views, cookies }: Deps): readonly Route[] {
  const originOf = (request: CallRequest): Origin => ({
    network: networkOf(request),
    device: cookies.device.read(request.headers.cookie),
  })
  const welcome = async (signedIn: SignedIn): Promise<EndpointResponse> =>
    json(await views.ofSession(signedIn.session.id), {
      ...NO_STORE,
      'Set-Cookie': cookiesOf(signedIn, cookies),
    })
  return [
    endpoint(contract.getSession, async ({ principal }) => json(await views.of(principal), NO_STORE)),
    endpoint(contract.createSession, async ({ principal, body, request }) => {
      const signedIn = await signIn.withPassword(body, originOf(request))
      // Signing in again ends the browser's earlier session.
      await ownAccount.signOut(principal, { everywhere: false })
      return welcome(signedIn)
    }),
    endpoint(contract.deleteSession, async ({ principal, query }) => {
      await ownAccount.signOut(principal, query)
      return { ...noContent(), headers: { ...NO_STORE, 'Set-Cookie': cookies.session.clear() } }
    }),
    endpoint(contract.changePassword, async ({ principal, body, request }) =>
      welcome(await ownAccount.changePassword(principal, body, originOf(request))),
    ),
    endpoint(contract.readInvitation, async ({ body }) => {
      const { account, purpose, expiresAtMs } = await links.read(body.token)
      const { name, email, role } = account
      const expiresAt = new Date(expiresAtMs).toISOString()
      return json({ name, email, role, purpose, expiresAt }, NO_STORE)
    }),
    endpoint(contract.acceptInvitation, async ({ body }) =>
      welcome(await links.accept(body.token, body.password)),
    ),
  ]
}

/** The cookies set after a sign-in. */
export function cookiesOf({ session, device }: SignedIn, cookies: SignInCookies): readonly string[] {
  return [cookies.session.set(session.token, null), cookies.device.set(device, DEVICE_SECONDS)]
}

/** The address that attempts are counted by; of IPv6 its /56, which one household controls. */
function networkOf(request: CallRequest): string {
  return ipKeyGenerator(request.ip ?? 'unknown')
}
