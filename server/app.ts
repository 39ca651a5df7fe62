import type { IncomingMessage } from 'node:http'
import * as keyContract from './accounts/keys/contract.ts'
import { keyRoutes } from './accounts/keys/routes.ts'
import * as peopleContract from './accounts/people/contract.ts'
import { peopleRoutes } from './accounts/people/routes.ts'
import * as sessionContract from './accounts/sign-in/contract.ts'
import { openIdRoutes } from './accounts/sign-in/openid-connect/routes.ts'
import { sessionRoutes } from './accounts/sign-in/routes.ts'
import * as areaContract from './areas/contract.ts'
import { areaImportRoutes, areaRoutes } from './areas/routes.ts'
import * as checkContract from './checks/contract.ts'
import { checkRoutes } from './checks/routes.ts'
import type { Access } from './composition/access.ts'
import type { Engine } from './composition/engine.ts'
import type { Storage } from './composition/storage.ts'
import * as hotspotContract from './hotspots/contract.ts'
import { hotspotRoutes } from './hotspots/routes.ts'
import * as importContract from './import/contract.ts'
import { importRoutes } from './import/routes.ts'
import * as incidentContract from './incidents/contract.ts'
import { incidentRoutes } from './incidents/routes.ts'
import * as layerContract from './layers/contract.ts'
import { layerRoutes } from './layers/routes.ts'
import * as mapContract from './map-tiles/contract.ts'
import { mapRoutes } from './map-tiles/routes.ts'
import * as systemContract from './operations/contract.ts'
import { systemRoutes } from './operations/routes.ts'
import * as upkeepContract from './operations/upkeep/contract.ts'
import { upkeepRoutes } from './operations/upkeep/routes.ts'
import * as placeContract from './places/contract.ts'
import { placeRoutes } from './places/routes.ts'
import * as auditContract from './platform/audit/contract.ts'
import { auditRoutes } from './platform/audit/routes.ts'
import type { Endpoint } from './platform/http/endpoint.ts'
import type { Route } from './platform/http/route.ts'
import * as proposalContract from './proposals/contract.ts'
import { proposalRoutes } from './proposals/routes.ts'
import * as releaseContract from './releases/contract.ts'
import { releaseRoutes } from './releases/routes.ts'
import * as reviewContract from './reviews/contract.ts'
import * as handlingContract from './reviews/handlings/contract.ts'
import { handlingRoutes } from './reviews/handlings/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import * as sourceContract from './sources/contract.ts'
import { sourceRoutes } from './sources/routes.ts'
import * as surveyContract from './surveys/contract.ts'
import { surveyRoutes } from './surveys/routes.ts'

/** The endpoints among what a contract exports. */
const endpointsOf = (contract: object): readonly Endpoint[] =>
  Object.values(contract).filter((value): value is Endpoint => value?.bodyType !== undefined)

/** Every call of the API, module by module, in the order of the OpenAPI document. */
export const ENDPOINTS: readonly Endpoint[] = [
  systemContract,
  upkeepContract,
  hotspotContract,
  mapContract,
  areaContract.areas,
  ...Object.values(layerContract),
  proposalContract.proposals,
  incidentContract,
  sourceContract,
  importContract,
  areaContract,
  checkContract,
  releaseContract,
  placeContract,
  reviewContract,
  handlingContract,
  sessionContract,
  peopleContract,
  surveyContract,
  keyContract,
  auditContract,
].flatMap(endpointsOf)

type DepsOf<R extends (deps: never) => unknown> = Parameters<R>[0]

/** What the routes of the modules stand on. */
export interface AppParts {
  readonly engine: Engine
  readonly storage: Storage
  readonly access: Access
  /** What keeps the database in order, for the command line. */
  readonly upkeep: Omit<DepsOf<typeof upkeepRoutes>, 'zone'>
  readonly system: Omit<DepsOf<typeof systemRoutes>, 'endpoints'>
  readonly surveys: DepsOf<typeof surveyRoutes>['surveys']
  readonly trail: DepsOf<typeof auditRoutes>['trail']
  readonly reviewPages: DepsOf<typeof handlingRoutes>['reviewPages']
  /** Scheme and host under which a request reached the server. */
  readonly baseUrlOf: (request: IncomingMessage) => string
}

/** The routes of every module, in the same order. */
export function routesOf({ engine, storage, access, baseUrlOf, ...parts }: AppParts): readonly Route[] {
  const { zone, imports } = storage
  const { people, keys } = access
  return [
    ...systemRoutes({ ...parts.system, endpoints: ENDPOINTS }),
    ...upkeepRoutes({ ...parts.upkeep, zone }),
    ...hotspotRoutes({ ...engine, zone }),
    ...mapRoutes({ ...engine, baseUrlOf }),
    ...areaRoutes(engine),
    ...layerRoutes(engine),
    ...proposalRoutes(engine),
    ...incidentRoutes({ ...engine, zone }),
    ...sourceRoutes(engine),
    ...importRoutes({ imports }),
    ...areaImportRoutes(engine),
    ...checkRoutes({ ...engine, zone }),
    ...releaseRoutes(engine.publishing),
    ...placeRoutes(engine),
    ...reviewRoutes({ ...engine, zone }),
    ...handlingRoutes({ ...engine, reviewPages: parts.reviewPages, zone }),
    ...sessionRoutes(people),
    ...openIdRoutes({ ...people, baseUrlOf }),
    ...peopleRoutes({ ...people, baseUrlOf }),
    ...surveyRoutes({ surveys: parts.surveys }),
    ...keyRoutes({ keys }),
    ...auditRoutes({ trail: parts.trail, zone }),
  ]
}
