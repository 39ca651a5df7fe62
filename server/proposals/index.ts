export * as proposalContract from './contract.ts'
export { proposalRules } from './proposal-rules.ts'
export { proposalRoutes } from './routes.ts'
export { PROPOSAL_PATHS } from './paths.ts'
