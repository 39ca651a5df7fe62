export * as evidenceContract from './contract.ts'
export type { EvidenceContent } from './contract.ts'
export { createKnownFigures, type FiguresOf, type ReleasedFigure } from './known-figures.ts'
export { EVIDENCE_PATHS } from './paths.ts'
export { evidenceRoutes } from './routes.ts'
export type { EvidenceDeps } from './rules.ts'
export {
  createStaffEvidence,
  type ReviewFinding,
  type ReviewFindings,
  type StaffEvidence,
} from './staff-evidence.ts'
