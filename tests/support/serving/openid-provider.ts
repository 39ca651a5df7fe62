import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import type { TestBrowser } from './browser-cookies.ts'
import { listenOnLoopback } from './listen.ts'

/** The provider's claims of a person, by login name. */
export type ProvidedPeople = Record<
  string,
  { readonly email?: string; readonly name?: string; readonly roles?: readonly string[] }
>

export const CLIENT = { clientId: 'lagesbild', clientSecret: 'a-secret-between-two-tests' } as const

/** A real provider of OpenID Connect on loopback, whose people a test may change while it runs. */
export async function startProvider(people: ProvidedPeople, redirectUriOf: () => string) {
  let provider: Provider | null = null
  const server = createServer((request, response) => void provider!.callback()(request, response))
  const { url: issuer, close } = await listenOnLoopback(server)
  return {
    issuer,
    /** Makes the provider, once the address to send people back to is known. */
    ready() {
      provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            redirect_uris: [redirectUriOf()],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        pkce: { required: () => true },
        claims: { openid: ['sub', 'roles'], email: ['email'], profile: ['name'] },
        findAccount: (_context, accountId) => ({
          accountId,
          claims: async () => ({ sub: accountId, ...people[accountId] }),
        }),
        cookies: { keys: ['only for tests'] },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
        features: { devInteractions: { enabled: true } },
      })
    },
    close,
  }
}

/**
 * Goes through the provider like a person: signs in and consents.
 *
 * @returns the address that the provider sends the browser back to
 */
export async function signInAtProvider(at: TestBrowser, start: string, login: string): Promise<string> {
  const issuer = new URL(start).origin
  let url = start
  for (let step = 0; step < 12; step++) {
    const reply = await at.fetch(url)
    const location = reply.headers.get('location')
    if (location !== null) {
      url = new URL(location, url).href
      if (!url.startsWith(issuer)) return url
      continue
    }
    url = await submitForm(at, url, await reply.text(), login)
  }
  throw new Error(`The provider led nowhere: ${url}`)
}

/** Submits the provider's page of login or consent; gives the address that it leads to. */
async function submitForm(at: TestBrowser, url: string, html: string, login: string): Promise<string> {
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1]
  const action = /action="([^"]+)"/.exec(html)?.[1]
  if (prompt === undefined || action === undefined) throw new Error(html.slice(0, 500))
  const body = new URLSearchParams({ prompt, login, password: 'any' })
  const reply = await at.fetch(new URL(action, url).href, { method: 'POST', body })
  return new URL(reply.headers.get('location')!, url).href
}
