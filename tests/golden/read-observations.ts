import { type DemoCity, VISITORS } from './demo-city.ts'
import { jsonOf } from './raw-request.ts'

/** Addresses without ids, with and without parameters. */
const ADDRESSES = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/openapi.json',
  '/api/categories',
  '/api/session',
  '/api/layers',
  '/api/cameras',
  '/api/patrol-zones',
  '/api/focus-areas',
  '/api/areas',
  '/api/areas?kind=district',
  '/api/proposals',
  '/api/reviews',
  '/api/handlings',
  '/api/surveys',
  '/api/incidents',
  '/api/incidents?group=property&limit=5',
  '/api/sources',
  '/api/imports',
  '/api/releases',
  '/api/places',
  '/api/users',
  '/api/organisations',
  '/api/keys',
  '/api/audit',
  '/api/audit?format=csv',
  '/api/audit?format=json',
  '/',
  '/nothing',
] as const

/** Lists, each with the sub-resources of its items. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  '/api/releases': [''],
  '/api/places': ['', '/release'],
  '/api/proposals': ['', '/reviews'],
  '/api/reviews': ['', '/handling'],
  '/api/handlings': [''],
  '/api/sources': [''],
  '/api/users': [''],
  '/api/organisations': [''],
}

/** All reads of the demo city by all callers, and items of the lists by analyst or administrator. */
export async function observeReads({ observe, headersOf }: DemoCity): Promise<void> {
  for (const who of VISITORS) {
    const headers = headersOf(who)
    for (const path of ADDRESSES) await observe('read', `${path} ${who}`, { path, headers })
  }
  for (const [list, parts] of Object.entries(ITEMS)) {
    for (const id of await idsIn(list)) {
      for (const part of parts) {
        const path = `${list}/${id}${part}`
        for (const who of VISITORS) await observe('read', `${path} ${who}`, { path, headers: headersOf(who) })
      }
    }
  }
  for (const who of VISITORS) {
    const request = { method: 'POST', path: '/api/reviews/1/verification', headers: headersOf(who) }
    await observe('verification', who, request)
  }

  async function idsIn(list: string): Promise<readonly (string | number)[]> {
    const ids = new Set<string | number>()
    for (const who of ['analyst', 'admin'] as const) {
      const response = await observe('list', `${list} ${who}`, { path: list, headers: headersOf(who) })
      if (response.status !== 200) continue
      const body = jsonOf(response)
      for (const { id } of body.items ?? body.features) ids.add(id)
    }
    return [...ids]
  }
}
