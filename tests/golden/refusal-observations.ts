import { ENDPOINTS } from '../../server/app.ts'
import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import type { MatrixCity } from '../matrix/matrix-city.ts'
import type { GoldenRequest } from './raw-request.ts'
import type { Observe } from './observation.ts'

const PARAMETERS: Readonly<Record<string, string>> = { id: '1', layer: 'areas', z: '8', x: '142', y: '76' }
const ROLES = ['planner', 'analyst', 'admin'] as const
/** Would end the sessions of those who send the rest. */
const LEFT_OUT = ['deleteSession', 'resetUser']

/** The response of every operation to requests that are wrong in form, and of every path to methods it has and has not. */
export async function observeRefusals(city: MatrixCity, observe: Observe): Promise<void> {
  for (const who of ROLES) {
    const headers = await city.credentials(who)
    for (const endpoint of ENDPOINTS.filter(({ id }) => !LEFT_OUT.includes(id))) {
      for (const [name, request] of Object.entries(wrongRequests(endpoint, headers)))
        await observe('refusal', `${endpoint.id} ${name} ${who}`, request)
    }
  }
  const headers = await city.credentials('analyst')
  for (const template of new Set(ENDPOINTS.map(({ path }) => path))) {
    const path = filled(template)
    for (const method of ['OPTIONS', 'TRACE', 'PUT', 'PATCH']) {
      const has = ENDPOINTS.some((one) => one.path === template && one.method === method.toLowerCase())
      if (!has) await observe('method', `${method} ${template}`, { method, path, headers })
    }
  }
}

const filled = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => PARAMETERS[name]!)

function wrongRequests(
  { method, path: template, bodyType, ifMatch }: Endpoint,
  credentials: Readonly<Record<string, string>>,
): Readonly<Record<string, GoldenRequest>> {
  const path = filled(template)
  const base = { method: method.toUpperCase(), path, headers: credentials }
  const tag = ifMatch === 'none' ? {} : { 'if-match': '"1"' }
  const unknownParameter = { ...base, path: `${path}?nonsense=1`, headers: { ...credentials, ...tag } }
  if (bodyType === 'none') return { 'unknown parameter': unknownParameter }
  const headers = { ...credentials, ...tag }
  const withoutTag = ifMatch === 'none' ? {} : { 'no If-Match': { ...base, body: {} } }
  const pastTag = { ...credentials, 'if-match': '"999"' }
  const withPastTag = ifMatch === 'none' ? {} : { 'past If-Match': { ...base, headers: pastTag, body: {} } }
  return {
    'unknown parameter': { ...unknownParameter, body: {} },
    'empty object': { ...base, headers, body: {} },
    'unknown member': { ...base, headers, body: { nonsense: 1 } },
    'broken JSON': { ...base, headers, body: '{"a":' },
    'plain text': { ...base, headers: { ...headers, 'content-type': 'text/plain' }, body: 'a' },
    ...withoutTag,
    ...withPastTag,
  }
}
