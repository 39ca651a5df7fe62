/** The shapes of answers that the page reads, handed on from the domain as types alone. */
export type { Category, CategoryGroup } from '../../../engine/snapshot/categories.ts'
export type { ErrorCode, FieldProblem } from '../../../engine/errors.ts'
export type {
  CellEvidence,
  CheckResult,
  CountEvidence,
  Evidence,
  EvidenceZone,
  Finding,
  ProfileEvidence,
  RankEvidence,
} from '../../../checks/evidence.ts'
export type { Interval, OpenInterval } from '../../../engine/statistics/interval.ts'
export type { Handling, HandlingFigure } from '../../../reviews/handlings/handling-document.ts'
export type { Decision } from '../../../reviews/handlings/handling.ts'
export type {
  Consultation,
  Judgement,
  Perspective,
  ReviewState,
  TradeOff,
  Weighing,
} from '../../../reviews/review.ts'
export type { ReviewCase, ReviewStep } from '../../../reviews/review-case.ts'
export type { Source } from '../../../engine/snapshot/source.ts'
export type { CellClass } from '../../../engine/statistics/surface-types.ts'
export type { AccountRole } from '../../access/audience.ts'
export type { Right } from '../../access/rights.ts'
export type { AuditKind, StoredAuditEvent } from '../../audit/audit.ts'
export type { ApiKey } from '../../../accounts/keys/keys.ts'
