import { city } from './0001-city.ts'
import { layers } from './0002-layers.ts'
import { incidents } from './0003-incidents.ts'
import { history } from './0004-history.ts'
import { people } from './0005-people.ts'
import { keysAndAudit } from './0006-keys-and-audit.ts'
import { ownership } from './0007-ownership.ts'
import { reviewWorkflow } from './0008-review-workflow.ts'
import { releases } from './0009-releases.ts'
import { surveys } from './0010-surveys.ts'
import { servingRole } from './0011-serving-role.ts'
import { erasedStates } from './0012-erased-states.ts'
import { auditIntents } from './0013-begun-work.ts'
import { reported } from './0014-told.ts'
import { unitCuts } from './0015-unit-cuts.ts'
import { publicPlaces } from './0017-public-places.ts'
import { disclosingCuts } from './0018-disclosing-cuts.ts'
import { work } from './0019-work.ts'
import { observations } from './0020-observations.ts'
import { layerImports } from './0021-layer-imports.ts'
import { sentOnce } from './0024-sent-once.ts'
import { situationPictures } from './0026-situation-pictures.ts'
import { importErrors } from './0027-import-errors.ts'
import { whoIsWho } from './0022-who-is-who.ts'
import { sourceBoards } from './0023-source-boards.ts'
import { calendarsAndMail } from './0025-calendars-and-mail.ts'
import { digests } from './0029-digests.ts'
import { givenFigures } from './0030-given-figures.ts'
import { attackedDecisions } from './0031-attacked-decisions.ts'
import { reviewChecklists } from './0032-review-checklists.ts'
import { consultationLinks } from './0033-consultation-links.ts'
import { glossary } from './0028-glossary.ts'
import type { Migration } from './migration.ts'

/** Every migration in order. A static list, so that only reviewed migrations run. */
export const MIGRATIONS: readonly Migration[] = [
  city,
  layers,
  incidents,
  history,
  people,
  keysAndAudit,
  ownership,
  reviewWorkflow,
  releases,
  surveys,
  servingRole,
  erasedStates,
  auditIntents,
  reported,
  unitCuts,
  publicPlaces,
  disclosingCuts,
  work,
  observations,
  layerImports,
  sentOnce,
  situationPictures,
  importErrors,
  whoIsWho,
  sourceBoards,
  calendarsAndMail,
  glossary,
  digests,
  givenFigures,
  attackedDecisions,
  reviewChecklists,
  consultationLinks,
]
