export * as baseMapContract from './contract.ts'
export { NO_BASE_MAP, openBaseMap, type OpenBaseMap } from './open-base-map.ts'
export { BASE_MAP_PATHS } from './paths.ts'
export { baseMapRoutes } from './routes.ts'
