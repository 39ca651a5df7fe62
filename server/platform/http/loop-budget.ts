import type { ServerResponse } from 'node:http'
import { readyProblem } from './problem.ts'

/** Milliseconds of one turn of the event loop that may be spent on requests of the application. */
const BUDGET_MS = 3
/**
 * Requests of a turn that are always taken: a browser loads six files at once, and compressing one for the first time
 * exceeds the budget. A refused script would be a blank page.
 */
const MIN_REQUESTS_A_TURN = 6

/**
 * Whether this turn of the event loop has time left for another request.
 *
 * Under overload, requests queue in the sockets, where no counter sees them: one turn then reads hundreds, and the
 * last waits for all others. So each turn has a budget, and further requests are refused at once, at a tenth of the
 * cost of a response.
 *
 * @param nowMs a monotonic clock
 */
export function createLoopBudget(nowMs: () => number, budgetMs = BUDGET_MS): () => boolean {
  let turnBegan: number | null = null
  let taken = 0
  const endTurn = () => {
    turnBegan = null
    taken = 0
  }
  return () => {
    const now = nowMs()
    if (turnBegan === null) {
      turnBegan = now
      // Immediates run when the requests that one turn has read are dealt with.
      setImmediate(endTurn)
    }
    const hasTime = taken < MIN_REQUESTS_A_TURN || now - turnBegan < budgetMs
    if (hasTime) taken++
    return hasTime
  }
}

const BUSY = readyProblem({
  code: 'busy',
  detail: 'The service has its hands full; try again in a moment.',
  headers: { 'Retry-After': '1' },
})

/** The cheapest refusal there is. */
export function refuseBusy(response: ServerResponse): void {
  response.writeHead(BUSY.status, BUSY.headers).end(BUSY.text)
}
