import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import { ABSENT, type RequestTable, type MatrixRequest } from './request-table.ts'
import { CITY_REQUESTS } from './requests-city.ts'
import { OBSERVATION_REQUESTS } from './requests-observations.ts'
import { PEOPLE_REQUESTS } from './requests-people.ts'
import { REVIEW_REQUESTS } from './requests-reviews.ts'
import { WORK_REQUESTS } from './requests-work.ts'

/** A valid request of every operation, by its id. */
export const VALID_REQUESTS: RequestTable = {
  ...CITY_REQUESTS,
  ...REVIEW_REQUESTS,
  ...WORK_REQUESTS,
  ...OBSERVATION_REQUESTS,
  ...PEOPLE_REQUESTS,
}

/** The path of a request, and its resource's name. */
export function pathOf({ path }: Endpoint, { params = {}, query = '' }: MatrixRequest, resource: string) {
  const given = resource === 'absent' && 'id' in params ? { ...params, id: ABSENT } : params
  const text = path.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name]))
  return { text: text + query, name: String(given.id ?? given.layer ?? '') }
}
