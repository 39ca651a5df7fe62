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
import { baseMapContract, baseMapRoutes, BASE_MAP_PATHS } from './base-map/index.ts'
import { areaContract, areaImportRoutes, areaRoutes, AREA_PATHS } from './areas/index.ts'
import { checkContract, checkRoutes, CHECK_PATHS } from './checks/index.ts'
import {
  changeContract,
  hotspotContract,
  hotspotRoutes,
  HOTSPOT_PATHS,
  monthContract,
} from './hotspots/index.ts'
import { importContract, importRoutes, IMPORT_PATHS } from './import/index.ts'
import { incidentContract, incidentRoutes, INCIDENT_PATHS } from './incidents/index.ts'
import { layerImportContract, layerImportRoutes, LAYER_IMPORT_PATHS } from './layer-imports/index.ts'
import { layerContract, layerRoutes, LAYER_PATHS } from './layers/index.ts'
import { mapContract, mapRoutes, MAP_PATHS } from './map-tiles/index.ts'
import {
  systemContract,
  systemRoutes,
  upkeepContract,
  upkeepRoutes,
  SYSTEM_PATHS,
} from './operations/index.ts'
import { DIGEST_PATHS, digestContract, digestRoutes } from './digests/index.ts'
import { GLOSSARY_PATHS, glossaryContract, glossaryRoutes } from './glossary/index.ts'
import { placeContract, placeRoutes, PLACE_PATHS } from './places/index.ts'
import { proposalContract, proposalRoutes, PROPOSAL_PATHS } from './proposals/index.ts'
import { releaseContract, releaseRoutes, RELEASE_PATHS } from './releases/index.ts'
import {
  checklistContract,
  checklistRoutes,
  consultationLinkContract,
  consultationLinkRoutes,
  documentContract,
  documentRoutes,
  reviewContract,
  reviewRoutes,
  reviewWatchContract,
  reviewWatchRoutes,
  REVIEW_PATHS,
} from './reviews/index.ts'
import { SEARCH_PATHS, searchContract, searchRoutes } from './search/index.ts'
import { sourceContract, sourceRoutes, SOURCE_PATHS } from './sources/index.ts'
import { unitContract, unitRoutes, UNIT_PATHS } from './units/index.ts'
import { surveyContract, surveyRoutes, SURVEY_PATHS } from './surveys/index.ts'
import { WORK_CONTRACTS, WORK_MODULE_PATHS, workModuleRoutes } from './work-modules.ts'

/** Every path of the API, by name. */
export const PATHS = {
  ...SYSTEM_PATHS,
  ...HOTSPOT_PATHS,
  ...MAP_PATHS,
  ...SEARCH_PATHS,
  ...BASE_MAP_PATHS,
  ...AREA_PATHS,
  ...LAYER_PATHS,
  ...LAYER_IMPORT_PATHS,
  ...PROPOSAL_PATHS,
  ...INCIDENT_PATHS,
  ...SOURCE_PATHS,
  ...IMPORT_PATHS,
  ...CHECK_PATHS,
  ...UNIT_PATHS,
  ...RELEASE_PATHS,
  ...PLACE_PATHS,
  ...WORK_MODULE_PATHS,
  ...GLOSSARY_PATHS,
  ...DIGEST_PATHS,
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
  monthContract,
  changeContract,
  mapContract,
  searchContract,
  baseMapContract,
  areaContract.areas,
  ...Object.values(layerContract),
  layerContract,
  proposalContract.proposals,
  proposalContract,
  incidentContract,
  sourceContract,
  importContract,
  areaContract,
  layerImportContract,
  checkContract,
  unitContract,
  releaseContract,
  placeContract,
  ...WORK_CONTRACTS,
  glossaryContract,
  digestContract,
  reviewContract,
  checklistContract,
  consultationLinkContract,
  reviewWatchContract,
  documentContract,
  sessionContract,
  peopleContract,
  surveyContract,
  keyContract,
  auditContract,
].flatMap(endpointsOf)

type DepsOf<R extends (deps: never) => unknown> = Parameters<R>[0]

/** Dependencies of the routes that need only the database. */
interface DatabaseParts extends Omit<DepsOf<typeof peopleRoutes>, 'baseUrlOf'> {
  readonly storage: Storage
  readonly keys: DepsOf<typeof keyRoutes>['keys']
  /** Purge and backup, for the command line. */
  readonly upkeep: Omit<DepsOf<typeof upkeepRoutes>, 'zone'>
  readonly surveys: DepsOf<typeof surveyRoutes>['surveys']
  readonly auditLog: DepsOf<typeof auditRoutes>['auditLog']
  readonly importAreas: DepsOf<typeof areaImportRoutes>['importAreas']
  readonly layerImports: DepsOf<typeof layerImportRoutes>['layerImports']
  readonly baseUrlOf: BaseUrlOf
}

/** The routes that need only the database, which commands can use without a snapshot. */
export function databaseRoutes({ storage, upkeep, ...parts }: DatabaseParts): readonly Route[] {
  const { zone, imports } = storage
  return [
    ...upkeepRoutes({ ...upkeep, zone }),
    ...importRoutes({ imports }),
    ...areaImportRoutes(parts),
    ...layerImportRoutes(parts),
    ...peopleRoutes(parts),
    ...surveyRoutes(parts),
    ...keyRoutes(parts),
    ...auditRoutes({ ...parts, zone }),
  ]
}

/** Dependencies of the routes that need the snapshot. */
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
    ...searchRoutes(engine),
    ...areaRoutes(engine),
    ...layerRoutes(engine),
    ...proposalRoutes(engine),
    ...incidentRoutes({ ...engine, zone }),
    ...sourceRoutes(engine),
    ...checkRoutes({ ...engine, zone }),
    ...unitRoutes(engine),
    ...releaseRoutes(engine.publishing),
    ...placeRoutes(engine),
    ...workModuleRoutes({ engine, storage, baseUrlOf }),
    ...glossaryRoutes(engine),
    ...digestRoutes(engine),
    ...reviewRoutes({ ...engine, zone }),
    ...checklistRoutes(engine),
    ...reviewWatchRoutes(engine),
    ...consultationLinkRoutes({ ...engine, baseUrlOf }),
    ...documentRoutes({ ...engine, reviewPages, projection, zone, baseUrlOf }),
  ]
}

/** Dependencies of all modules' routes. */
export interface AppParts
  extends EngineParts,
    Pick<DatabaseParts, 'upkeep' | 'surveys' | 'auditLog' | 'importAreas' | 'layerImports'> {
  readonly access: Access
  readonly system: Omit<DepsOf<typeof systemRoutes>, 'endpoints' | 'baseUrlOf'>
  readonly baseMap: DepsOf<typeof baseMapRoutes>['baseMap']
}

/** The routes of every module. */
export function routesOf(parts: AppParts): readonly Route[] {
  const { access, system, baseUrlOf } = parts
  return [
    ...systemRoutes({ ...system, endpoints: ENDPOINTS, baseUrlOf }),
    ...databaseRoutes({ ...parts, ...access.people, keys: access.keys }),
    ...engineRoutes(parts),
    ...baseMapRoutes(parts),
    ...sessionRoutes(access.people),
    ...openIdRoutes({ ...access.people, baseUrlOf }),
  ]
}
