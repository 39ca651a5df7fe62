import type { RequestListener } from 'node:http'

const STARTING = JSON.stringify({
  type: 'about:blank',
  title: 'Not available right now',
  status: 503,
  code: 'busy',
  detail: 'The server is starting.',
  problems: [],
  requestId: 'none',
})

/** Answers while the database opens: alive, not ready, and everything else asked to come again. */
export const startingHandler: RequestListener = (request, response) => {
  const path = (request.url ?? '').split('?')[0]
  if (path === '/healthz') return answer(200, 'application/json', '{"status":"alive"}')
  if (path === '/readyz') return answer(503, 'application/json', '{"status":"starting"}')
  return answer(503, 'application/problem+json', STARTING)

  function answer(status: number, type: string, body: string) {
    const headers = { 'Content-Type': type, 'Cache-Control': 'no-store', 'Retry-After': '2' }
    response.writeHead(status, headers).end(body)
  }
}
