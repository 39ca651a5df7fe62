/** The shapes of answers that the page reads, handed on from the domain as types alone. */
export type { Category, CategoryGroup } from '../../domain/categories.ts'
export type { ErrorCode, FieldProblem } from '../../domain/errors.ts'
export type {
  CellEvidence,
  CheckResult,
  CountEvidence,
  Evidence,
  EvidenceZone,
  Finding,
  Interval,
  OpenInterval,
  ProfileEvidence,
  RankEvidence,
} from '../../domain/evidence.ts'
export type { Handling, HandlingFigure } from '../../domain/review/handling-document.ts'
export type { Decision } from '../../domain/review/handling.ts'
export type {
  Consultation,
  Judgement,
  Perspective,
  ReviewState,
  TradeOff,
  Weighing,
} from '../../domain/review/review.ts'
export type { ReviewCase, ReviewStep } from '../../domain/review/review-case.ts'
export type { Source } from '../../domain/source.ts'
export type { CellClass } from '../../domain/surface.ts'
export type { AccountRole } from '../../domain/access/people.ts'
export type { Right } from '../../domain/access/rights.ts'
export type { AuditKind, StoredAuditEvent } from '../../domain/audit.ts'
export type { ApiKey } from '../../domain/access/keys.ts'
