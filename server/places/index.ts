export * as placeContract from './contract.ts'
export { createPlaceService, type Place, type PlaceService } from './place-service.ts'
export { placeRoutes } from './routes.ts'
export { PLACE_PATHS } from './paths.ts'
