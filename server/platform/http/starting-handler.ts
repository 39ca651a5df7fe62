import type { RequestListener } from 'node:http'
import { readyProblem } from './problem.ts'

const RETRY = { 'Retry-After': '2' }
const STARTING = readyProblem({ code: 'busy', detail: 'The server is starting.', headers: RETRY })

/** Responds while the database opens: alive, not ready, and `busy` with a Retry-After for everything else. */
export const startingHandler: RequestListener = ({ url = '' }, response) => {
  const reply = (status: number, body: object) => {
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...RETRY }
    response.writeHead(status, headers).end(JSON.stringify(body))
  }
  const path = url.split('?')[0]
  if (path === '/healthz') return reply(200, { status: 'alive' })
  if (path === '/readyz') return reply(503, { status: 'starting' })
  response.writeHead(STARTING.status, STARTING.headers).end(STARTING.text)
}
