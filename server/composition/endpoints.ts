import * as areaImports from '../areas/contract.ts'
import * as audit from '../platform/audit/contract.ts'
import * as check from '../checks/contract.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import * as features from '../layers/contract.ts'
import * as imports from '../import/contract.ts'
import * as incidents from '../incidents/contract.ts'
import * as keys from '../accounts/keys/contract.ts'
import * as map from '../map-tiles/contract.ts'
import * as people from '../accounts/people/contract.ts'
import * as places from '../places/contract.ts'
import * as handlings from '../reviews/handlings/contract.ts'
import * as reviews from '../reviews/contract.ts'
import * as session from '../accounts/sign-in/contract.ts'
import * as releases from '../releases/contract.ts'
import * as sources from '../sources/contract.ts'
import * as surveys from '../surveys/contract.ts'
import * as system from '../operations/contract.ts'
import * as upkeep from '../operations/upkeep/contract.ts'

const endpointsOf = (part: object): readonly Endpoint[] =>
  Object.values(part).filter((value): value is Endpoint => value?.bodyType !== undefined)

/** Every call of the API. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...endpointsOf(system),
  ...endpointsOf(upkeep),
  ...endpointsOf(map),
  ...Object.values(features).flatMap(endpointsOf),
  ...endpointsOf(incidents),
  ...endpointsOf(sources),
  ...endpointsOf(imports),
  ...endpointsOf(areaImports),
  ...endpointsOf(check),
  ...endpointsOf(releases),
  ...endpointsOf(places),
  ...endpointsOf(reviews),
  ...endpointsOf(handlings),
  ...endpointsOf(session),
  ...endpointsOf(people),
  ...endpointsOf(surveys),
  ...endpointsOf(keys),
  ...endpointsOf(audit),
]
