import { accountMessages } from '../../web/accounts/messages.ts'
import { boardCaseMessages } from '../../web/board-cases/messages.ts'
import { checkMessages } from '../../web/checks/messages.ts'
import { hotspotMessages } from '../../web/hotspots/messages.ts'
import { layerMessages } from '../../web/layers/messages.ts'
import { sourceMessages } from '../../web/sources/messages.ts'
import { workspaceMessages } from '../../web/workspace/messages.ts'
import { SHARED_MESSAGES } from '../../web/i18n/texts.ts'
import { measureMessages } from '../../web/measures/messages.ts'
import { meetingMessages } from '../../web/meetings/messages.ts'
import { walkMessages } from '../../web/walks/messages.ts'
import { placeMessages } from '../../web/places/messages.ts'
import { proposalMessages } from '../../web/proposals/messages.ts'
import { startMessages } from '../../web/public-site/messages.ts'
import { searchMessages } from '../../web/search/messages.ts'
import { releaseMessages } from '../../web/releases/messages.ts'
import { evidenceMessages } from '../../web/evidence/messages.ts'
import { agreementMessages } from '../../web/agreements/messages.ts'
import { noticeMessages } from '../../web/notices/messages.ts'
import { digestMessages } from '../../web/digests/messages.ts'
import { glossaryMessages } from '../../web/glossary/messages.ts'
import { needMessages } from '../../web/needs/messages.ts'
import { pictureMessages } from '../../web/situation-pictures/messages.ts'
import { workMessages } from '../../web/work/messages.ts'
import { surveyMessages } from '../../web/surveys/messages.ts'

/** The messages of every module; those of reviews and administration have separate tests. */
export const MODULE_MESSAGES = [
  accountMessages,
  boardCaseMessages,
  checkMessages,
  workspaceMessages,
  sourceMessages,
  layerMessages,
  hotspotMessages,
  measureMessages,
  meetingMessages,
  walkMessages,
  placeMessages,
  proposalMessages,
  releaseMessages,
  searchMessages,
  startMessages,
  surveyMessages,
  evidenceMessages,
  agreementMessages,
  glossaryMessages,
  digestMessages,
  needMessages,
  noticeMessages,
  pictureMessages,
  workMessages,
] as const

/** All messages of the page, shared ones and those of modules. */
export const ALL_MESSAGES = {
  sv: [SHARED_MESSAGES.sv, ...MODULE_MESSAGES.map(({ sv }) => sv)],
  en: [SHARED_MESSAGES.en, ...MODULE_MESSAGES.map(({ en }) => en)],
} as const
