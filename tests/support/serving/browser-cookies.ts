/** Keeps cookies as a browser does, for tests that go through sign-in by `fetch` alone. */
export function createBrowser() {
  const jar = new Map<string, string>()

  function keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  return {
    jar,
    /** Like `fetch`; cookies go with it and come back, redirections are not followed. */
    async fetch(url: string, init: RequestInit = {}): Promise<Response> {
      const headers = new Headers(init.headers)
      if (!headers.has('cookie'))
        headers.set('cookie', jar.size === 0 ? 'nobody=1' : [...jar].map(([k, v]) => `${k}=${v}`).join('; '))
      return keep(await fetch(url, { ...init, headers, redirect: 'manual' }))
    },
    /** Like `fetch`, with a JSON body. */
    send(method: string, url: string, body?: unknown): Promise<Response> {
      const json = body === undefined ? {} : { body: JSON.stringify(body) }
      return this.fetch(url, { method, headers: { 'content-type': 'application/json' }, ...json })
    },
  }
}

export type TestBrowser = ReturnType<typeof createBrowser>
