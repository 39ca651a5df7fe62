import * as areaImports from './area-imports.ts'
import * as audit from './audit.ts'
import * as check from './check.ts'
import type { Endpoint } from './endpoint.ts'
import * as features from './features.ts'
import * as imports from './imports.ts'
import * as incidents from './incidents.ts'
import * as keys from './keys.ts'
import * as map from './map.ts'
import * as people from './people.ts'
import * as places from './places.ts'
import * as handlings from './reviews-handlings.ts'
import * as reviews from './reviews.ts'
import * as session from './session.ts'
import * as releases from './releases.ts'
import * as sources from './sources.ts'
import * as surveys from './surveys.ts'
import * as system from './system.ts'
import * as upkeep from './upkeep.ts'

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
