export * as recordsRequestContract from './contract.ts'
export { createGivenFigures } from './given-figures.ts'
export { RECORDS_REQUEST_PATHS } from './paths.ts'
export { recordsRequestRoutes } from './routes.ts'
