import type { DemoCity } from './demo-city.ts'
import { jsonOf } from './raw-request.ts'

const CHECKERS = ['planner', 'coordinator', 'analyst', 'partner'] as const
const OPTIONS: readonly object[] = [
  {},
  { from: '2025-10-01', to: '2026-10-01' },
  { from: '2026-03-10', to: '2026-04-20' },
  { ringMetres: [100, 200, 600], edgeMetres: 100 },
]

/** The check of each of the demo's proposals. The evidence of its review is read with the review. */
export async function observeEvidence({ observe, headersOf }: DemoCity): Promise<void> {
  const list = { path: '/api/proposals', headers: headersOf('analyst') }
  const { features } = jsonOf(await observe('list', 'proposals of checks', list))
  for (const who of CHECKERS) {
    const headers = headersOf(who)
    for (const { id, geometry } of features) {
      for (const options of OPTIONS) {
        const request = { method: 'POST', path: '/api/check', headers, body: { geometry, ...options } }
        await observe('evidence', `proposal ${id} ${JSON.stringify(options)} ${who}`, request)
      }
    }
  }
}
