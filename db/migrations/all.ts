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
import type { Migration } from './migration.ts'

/** Every migration in order. A static list: what runs is what was reviewed, not what lies in a folder. */
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
]
