import * as client from 'openid-client'
import type { Flow } from './flow-cookie.ts'

/** Settings of an OpenID Connect provider. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** The provider did not respond, or its response was not OpenID Connect. */
export class ProviderUnavailable extends Error {}

/** One provider: code flow with PKCE, state and nonce (RFC 6749, 7636; OpenID Connect Core 1.0). */
export interface Provider {
  /** Where to send the browser. @throws ProviderUnavailable */
  authorizationUrl(flow: Flow, redirectUri: string): Promise<string>
  /**
   * The claims of the person whom the provider sends back.
   *
   * @param url address of the redirect back, with its query
   * @throws ProviderUnavailable, or any other error when the response is invalid: state, nonce, code, issuer,
   * signature
   */
  claims(url: URL, flow: Flow): Promise<Readonly<Record<string, unknown>>>
}

const TIMEOUT_SECONDS = 5
const SCOPE = 'openid email profile'

/**
 * The provider of some settings. Discovery runs on first use, so an unavailable provider does not prevent the start.
 */
export function createProvider({ issuer, clientId, clientSecret }: ProviderSettings): Provider {
  const url = new URL(issuer)
  let discovered: Promise<client.Configuration> | null = null

  function configuration(): Promise<client.Configuration> {
    discovered ??= discover().catch((cause: unknown) => {
      discovered = null
      throw new ProviderUnavailable('The sign-in service does not answer.', { cause })
    })
    return discovered
  }

  function discover(): Promise<client.Configuration> {
    // Plain HTTP is allowed on this machine only; the settings refuse it elsewhere.
    const plain = url.protocol === 'http:' ? [client.allowInsecureRequests] : []
    const execute = [...plain, client.enableNonRepudiationChecks]
    const authentication = client.ClientSecretBasic(clientSecret)
    return client.discovery(url, clientId, undefined, authentication, { execute, timeout: TIMEOUT_SECONDS })
  }

  return {
    async authorizationUrl({ state, nonce, verifier }, redirectUri) {
      const parameters = {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }
      return client.buildAuthorizationUrl(await configuration(), parameters).href
    },
    async claims(current, { state, nonce, verifier }) {
      const found = await configuration()
      const tokens = await client
        .authorizationCodeGrant(found, current, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch(unavailableOr)
      const claims = tokens.claims()!
      const info = await client.fetchUserInfo(found, tokens.access_token, claims.sub).catch(unavailableOr)
      return { ...info, ...claims }
    },
  }
}

/** Maps network and protocol errors to ProviderUnavailable, and rethrows invalid responses. */
function unavailableOr(error: unknown): never {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown; name?: unknown } }
  const away = code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && cause?.code !== undefined)
  throw away ? new ProviderUnavailable('The sign-in service does not answer.', { cause: error }) : error
}

/** A new flow. */
export function newFlow(expiresAtMs: number): Flow {
  return {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    expiresAtMs,
  }
}
