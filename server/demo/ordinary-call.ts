import type { Principal } from '../platform/access/principal.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Call, Route } from '../platform/http/route.ts'

/** What is changed, for a call that changes something. */
interface Changed {
  readonly id: number
  readonly revision: number
}

export type OrdinaryCall = (
  endpoint: Endpoint,
  principal: Principal,
  body: object,
  changed?: Changed,
) => Promise<Changed>

/** Calls the handlers as requests do: the body is parsed by its contract, and every rule applies. */
export function createOrdinaryCall(routes: readonly Route[]): OrdinaryCall {
  return async (endpoint, principal, body, changed) => {
    const route = routes.find((known) => known.endpoint === endpoint)
    if (route === undefined) throw new TypeError(`${endpoint.id} is no call of the demo.`)
    const call = {
      principal,
      audience: principal.audience,
      body: endpoint.body.parse(body),
      params: { id: changed?.id },
      query: {},
      revision: changed?.revision ?? null,
    }
    const response = await route.handle(call as unknown as Call<Endpoint>)
    if (response.body.kind !== 'json') throw new TypeError(`${endpoint.id} answers no JSON.`)
    return response.body.value as Changed
  }
}
