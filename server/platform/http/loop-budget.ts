import type { ServerResponse } from 'node:http'
import { readyProblem } from './problem.ts'

/** Milliseconds of one turn of the event loop that may go to answering requests of the application. */
const BUDGET_MS = 3
/**
 * So many requests of a turn are taken whatever they cost: a browser that opens a page asks for six files at once, and one of
 * them that is read or compressed for the first time takes longer than the budget. A refused script is a blank page.
 */
const MIN_REQUESTS_A_TURN = 6

/**
 * Tells whether this turn of the event loop has time left for another request.
 *
 * When more arrives than can be answered, requests queue up in the sockets, where no counter of calls sees them: a turn
 * of the loop then reads hundreds, and the last of them waits for all the others. So each turn has a budget, and what
 * comes after is refused at once, at a tenth of the cost of an answer.
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
