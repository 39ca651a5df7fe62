/** The shapes of answers that the page reads, handed on from the domain as types alone. */
export type { Category, CategoryGroup, CategoryGroupCode } from '../domain/categories.ts'
export type { ErrorCode, FieldProblem } from '../domain/errors.ts'
export type {
  CameraEvidence,
  CellEvidence,
  CheckResult,
  CountEvidence,
  Evidence,
  EvidenceZone,
  Finding,
  Interval,
  OpenInterval,
  PatrolEvidence,
  ProfileEvidence,
  Provenance,
  RankEvidence,
  TouchEvidence,
} from '../domain/evidence.ts'
export type { EdgeMetres, Exposure } from '../domain/query.ts'
export type { Source } from '../domain/source.ts'
export type { CellClass } from '../domain/surface.ts'
