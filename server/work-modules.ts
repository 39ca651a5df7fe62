import type { Engine } from './composition/engine.ts'
import type { Storage } from './composition/storage.ts'
import type { BaseUrlOf } from './platform/http/base-url.ts'
import type { Route } from './platform/http/route.ts'
import { AGREEMENT_PATHS, agreementContract, agreementRoutes } from './agreements/index.ts'
import { BOARD_CASE_PATHS, boardCaseContract, boardCaseRoutes } from './board-cases/index.ts'
import { boardReportContract, boardReportRoutes, BOARD_REPORT_PATHS } from './board-reports/index.ts'
import { EVALUATION_PATHS, evaluationContract, evaluationRoutes } from './evaluations/index.ts'
import { EVIDENCE_PATHS, evidenceContract, evidenceRoutes } from './evidence/index.ts'
import { measureContract, measureRoutes, MEASURE_PATHS } from './measures/index.ts'
import { meetingContracts, meetingRoutes, MEETING_PATHS } from './meetings/index.ts'
import { NEED_PATHS, needContract, needRoutes } from './needs/index.ts'
import { NOTICE_PATHS, noticeContract, noticeRoutes } from './notices/index.ts'
import { observationContracts, observationRoutes, OBSERVATION_PATHS } from './observations/index.ts'
import { paperContract, paperRoutes, PAPER_PATHS } from './papers/index.ts'
import {
  RECORDS_REQUEST_PATHS,
  recordsRequestContract,
  recordsRequestRoutes,
} from './records-requests/index.ts'
import { PICTURE_PATHS, pictureContract, pictureRoutes } from './situation-pictures/index.ts'
import { walkContract, walkRoutes, WALK_PATHS } from './walks/index.ts'

/** Paths of the modules of the work round a place, by name. */
export const WORK_MODULE_PATHS = {
  ...MEETING_PATHS,
  ...OBSERVATION_PATHS,
  ...WALK_PATHS,
  ...EVIDENCE_PATHS,
  ...PICTURE_PATHS,
  ...NEED_PATHS,
  ...AGREEMENT_PATHS,
  ...NOTICE_PATHS,
  ...MEASURE_PATHS,
  ...EVALUATION_PATHS,
  ...BOARD_REPORT_PATHS,
  ...BOARD_CASE_PATHS,
  ...PAPER_PATHS,
  ...RECORDS_REQUEST_PATHS,
} as const

/** Their contracts, in the order of the OpenAPI document. */
export const WORK_CONTRACTS: readonly object[] = [
  ...Object.values(meetingContracts),
  ...Object.values(observationContracts),
  ...Object.values(walkContract),
  evidenceContract.evidence,
  evidenceContract,
  ...Object.values(pictureContract),
  needContract.localNeeds,
  needContract.needQuestions,
  needContract,
  ...Object.values(agreementContract),
  noticeContract.notices,
  ...Object.values(measureContract),
  evaluationContract,
  boardReportContract.boardReports,
  boardReportContract,
  boardCaseContract.consultations,
  boardCaseContract.boardCases,
  paperContract,
  recordsRequestContract.recordsRequests,
  recordsRequestContract,
]

interface WorkModuleParts {
  readonly engine: Engine
  readonly storage: Storage
  readonly baseUrlOf: BaseUrlOf
}

/** The routes of the modules of the work round a place, which need the snapshot. */
export function workModuleRoutes({ engine, storage, baseUrlOf }: WorkModuleParts): readonly Route[] {
  const { zone, projection, city } = storage
  const { releases } = storage.repositories
  return [
    ...meetingRoutes({ ...engine, zone, baseUrlOf }),
    ...observationRoutes({ ...engine, projection, zone, city, baseUrlOf }),
    ...walkRoutes({ ...engine, projection }),
    ...evidenceRoutes(engine),
    ...pictureRoutes(engine),
    ...needRoutes({ ...engine, projection }),
    ...agreementRoutes(engine),
    ...noticeRoutes(engine),
    ...measureRoutes(engine),
    ...evaluationRoutes(engine),
    ...boardReportRoutes(engine),
    ...boardCaseRoutes(engine),
    ...paperRoutes({ ...engine, city, baseUrlOf }),
    ...recordsRequestRoutes({ ...engine, releases }),
  ]
}
