export * as searchContract from './contract.ts'
export { searchRoutes } from './routes.ts'
export { createSearchService, type SearchService } from './search-service.ts'
export { SEARCH_PATHS } from './paths.ts'
