import type { IncomingMessage } from 'node:http'
import { ACCOUNT_PATHS } from '../../paths.ts'
import * as contract from '../contract.ts'
import { DomainError } from '../../../engine/errors.ts'
import { FLOW_MS, type OpenIdConnectService } from './openid-connect.ts'
import type { EndpointResponse } from '../../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../../platform/http/route.ts'
import type { CookieJar } from '../../../platform/http/session-cookie.ts'
import { cookiesOf, type SignInCookies } from '../routes.ts'

interface Deps {
  /** Null where no provider is set. */
  readonly openIdConnect: OpenIdConnectService | null
  readonly cookies: SignInCookies
  /** Cookie of the flow. */
  readonly flowCookie: CookieJar
  readonly baseUrlOf: (request: Pick<IncomingMessage, 'headers'>) => string
}

/** Routes of OpenID Connect: redirect to the provider, and callback. */
export function openIdRoutes({ openIdConnect, cookies, flowCookie, baseUrlOf }: Deps): readonly Route[] {
  const service = () => {
    if (openIdConnect === null) throw new DomainError('not-found', 'No sign-in service is set here.')
    return openIdConnect
  }
  return [
    endpoint(contract.startOpenIdConnect, async ({ request }) => {
      const started = await service().start(`${baseUrlOf(request)}${ACCOUNT_PATHS.signInReturn}`)
      if (started.kind === 'not') return redirect(`/?sign-in-error=${started.why}`)
      return redirect(started.url, [flowCookie.set(started.sealed, FLOW_MS / 1000)])
    }),
    endpoint(contract.finishOpenIdConnect, async ({ request }) => {
      const url = new URL(request.originalUrl, baseUrlOf(request))
      const outcome = await service().finish(url, flowCookie.read(request.headers.cookie))
      if (outcome.kind === 'not') return redirect(`/?sign-in-error=${outcome.why}`, [flowCookie.clear()])
      return redirect('/', [flowCookie.clear(), ...cookiesOf(outcome.signedIn, cookies)])
    }),
  ]
}

function redirect(location: string, cookies: readonly string[] = []): EndpointResponse {
  const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Location: location }
  return { status: 302, headers: { ...headers, 'Set-Cookie': cookies }, body: { kind: 'none' } }
}
