export * as paperContract from './contract.ts'
export { PAPER_KINDS, type PaperKind } from './paper.ts'
export { PAPER_PATHS } from './paths.ts'
export { paperRoutes } from './routes.ts'
