import type { Access } from './composition/access.ts'
import type { Engine } from './composition/engine.ts'
import type { Storage } from './composition/storage.ts'
import * as auditContract from './platform/audit/contract.ts'
import { auditRoutes } from './platform/audit/routes.ts'
import { AUDIT_PATHS } from './platform/audit/paths.ts'
import type { BaseUrlOf } from './platform/http/base-url.ts'
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

/** What the routes stand on that need the database alone. */
interface DatabaseParts extends Omit<DepsOf<typeof peopleRoutes>, 'baseUrlOf'> {
  readonly storage: Storage
  readonly keys: DepsOf<typeof keyRoutes>['keys']
  /** What keeps the database in order, for the command line. */
  readonly upkeep: Omit<DepsOf<typeof upkeepRoutes>, 'zone'>
  readonly surveys: DepsOf<typeof surveyRoutes>['surveys']
  readonly auditLog: DepsOf<typeof auditRoutes>['auditLog']
  readonly importAreas: DepsOf<typeof areaImportRoutes>['importAreas']
  readonly baseUrlOf: BaseUrlOf
}

/** The routes that need the database alone: commands find them without a snapshot. */
export function databaseRoutes({ storage, upkeep, ...parts }: DatabaseParts): readonly Route[] {
  const { zone, imports } = storage
  return [
    ...upkeepRoutes({ ...upkeep, zone }),
    ...importRoutes({ imports }),
    ...areaImportRoutes(parts),
    ...peopleRoutes(parts),
    ...surveyRoutes(parts),
    ...keyRoutes(parts),
    ...auditRoutes({ ...parts, zone }),
  ]
}

/** What the routes stand on that answer from memory. */
interface EngineParts {
  readonly engine: Engine
  readonly storage: Storage
  readonly reviewPages: DepsOf<typeof documentRoutes>['reviewPages']
  readonly baseUrlOf: BaseUrlOf
}

/** The routes that need the snapshot. */
export function engineRoutes({ engine, storage, reviewPages, baseUrlOf }: EngineParts): readonly Route[] {
  const { zone, projection } = storage
  return [
    ...hotspotRoutes({ ...engine, zone }),
    ...mapRoutes({ ...engine, baseUrlOf }),
    ...areaRoutes(engine),
    ...layerRoutes(engine),
    ...proposalRoutes(engine),
    ...incidentRoutes({ ...engine, zone }),
    ...sourceRoutes(engine),
    ...checkRoutes({ ...engine, zone }),
    ...unitRoutes(engine),
    ...releaseRoutes(engine.publishing),
    ...placeRoutes(engine),
    ...reviewRoutes({ ...engine, zone }),
    ...documentRoutes({ ...engine, reviewPages, projection, zone }),
  ]
}

/** What the routes of the modules stand on. */
export interface AppParts
  extends EngineParts,
    Pick<DatabaseParts, 'upkeep' | 'surveys' | 'auditLog' | 'importAreas'> {
  readonly access: Access
  readonly system: Omit<DepsOf<typeof systemRoutes>, 'endpoints' | 'baseUrlOf'>
}

/** The routes of every module. */
export function routesOf(parts: AppParts): readonly Route[] {
  const { access, system, baseUrlOf } = parts
  return [
    ...systemRoutes({ ...system, endpoints: ENDPOINTS, baseUrlOf }),
    ...databaseRoutes({ ...parts, ...access.people, keys: access.keys }),
    ...engineRoutes(parts),
    ...sessionRoutes(access.people),
    ...openIdRoutes({ ...access.people, baseUrlOf }),
  ]
}
