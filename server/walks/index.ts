export * as walkContract from './contract.ts'
export { WALK_PATHS } from './paths.ts'
export { isLateFinding } from './rules.ts'
export { walkRoutes } from './routes.ts'
