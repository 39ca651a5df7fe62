import type { IncomingMessage } from 'node:http'
import type { Access } from './composition/access.ts'
import type { Engine } from './composition/engine.ts'
import type { Storage } from './composition/storage.ts'
import * as auditContract from './platform/audit/contract.ts'
import { auditRoutes } from './platform/audit/routes.ts'
import { AUDIT_PATHS } from './platform/audit/paths.ts'
import type { Endpoint } from './platform/http/endpoint.ts'
import type { Route } from './platform/http/route.ts'
import {
  keyContract,
  keyRoutes,
  openIdRoutes,
  peopleContract,
  peopleRoutes,
  sessionContract,
  sessionRoutes,
  ACCOUNT_PATHS,
} from './accounts/index.ts'
import { areaContract, areaImportRoutes, areaRoutes, AREA_PATHS } from './areas/index.ts'
import { checkContract, checkRoutes, CHECK_PATHS } from './checks/index.ts'
import { hotspotContract, hotspotRoutes, HOTSPOT_PATHS } from './hotspots/index.ts'
import { importContract, importRoutes, IMPORT_PATHS } from './import/index.ts'
import { incidentContract, incidentRoutes, INCIDENT_PATHS } from './incidents/index.ts'
import { layerContract, layerRoutes, LAYER_PATHS } from './layers/index.ts'
import { mapContract, mapRoutes, MAP_PATHS } from './map-tiles/index.ts'
import {
  systemContract,
  systemRoutes,
  upkeepContract,
  upkeepRoutes,
  SYSTEM_PATHS,
} from './operations/index.ts'
import { placeContract, placeRoutes, PLACE_PATHS } from './places/index.ts'
import { proposalContract, proposalRoutes, PROPOSAL_PATHS } from './proposals/index.ts'
import { releaseContract, releaseRoutes, RELEASE_PATHS } from './releases/index.ts'
import {
  documentContract,
  documentRoutes,
  reviewContract,
  reviewRoutes,
  REVIEW_PATHS,
} from './reviews/index.ts'
import { sourceContract, sourceRoutes, SOURCE_PATHS } from './sources/index.ts'
import { unitContract, unitRoutes, UNIT_PATHS } from './units/index.ts'
import { surveyContract, surveyRoutes, SURVEY_PATHS } from './surveys/index.ts'

/** Every path of the API, by the name of what it leads to. */
export const PATHS = {
  ...SYSTEM_PATHS,
  ...HOTSPOT_PATHS,
  ...MAP_PATHS,
  ...AREA_PATHS,
  ...LAYER_PATHS,
  ...PROPOSAL_PATHS,
  ...INCIDENT_PATHS,
  ...SOURCE_PATHS,
  ...IMPORT_PATHS,
  ...CHECK_PATHS,
  ...UNIT_PATHS,
  ...RELEASE_PATHS,
  ...PLACE_PATHS,
  ...REVIEW_PATHS,
  ...ACCOUNT_PATHS,
  ...SURVEY_PATHS,
  ...AUDIT_PATHS,
} as const

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
  unitContract,
  releaseContract,
  placeContract,
  reviewContract,
  documentContract,
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
  readonly reviewPages: DepsOf<typeof documentRoutes>['reviewPages']
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
    ...unitRoutes(engine),
    ...releaseRoutes(engine.publishing),
    ...placeRoutes(engine),
    ...reviewRoutes({ ...engine, zone }),
    ...documentRoutes({ ...engine, reviewPages: parts.reviewPages, projection: storage.projection, zone }),
    ...sessionRoutes(people),
    ...openIdRoutes({ ...people, baseUrlOf }),
    ...peopleRoutes({ ...people, baseUrlOf }),
    ...surveyRoutes({ surveys: parts.surveys }),
    ...keyRoutes({ keys }),
    ...auditRoutes({ trail: parts.trail, zone }),
  ]
}
