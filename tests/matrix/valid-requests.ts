import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import { ABSENT, type Asks, type MatrixRequest } from './ask.ts'
import { CITY_ASKS } from './asks-city.ts'
import { PEOPLE_ASKS } from './asks-people.ts'
import { REVIEW_ASKS } from './asks-reviews.ts'

/** A valid request of every operation, by its id. */
export const VALID_REQUESTS: Asks = { ...CITY_ASKS, ...REVIEW_ASKS, ...PEOPLE_ASKS }

/** The path of a request, and the name in it of the thing that it is of. */
export function pathOf({ path }: Endpoint, { params = {}, query = '' }: MatrixRequest, thing: string) {
  const given = thing === 'absent' && 'id' in params ? { ...params, id: ABSENT } : params
  const text = path.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name]))
  return { text: text + query, name: String(given.id ?? given.layer ?? '') }
}
