import { accountMessages } from '../../web/accounts/messages.ts'
import { checkMessages } from '../../web/checks/messages.ts'
import { hotspotMessages } from '../../web/hotspots/messages.ts'
import { layerMessages } from '../../web/layers/messages.ts'
import { sourceMessages } from '../../web/sources/messages.ts'
import { workspaceMessages } from '../../web/workspace/messages.ts'
import { SHARED_MESSAGES } from '../../web/i18n/texts.ts'
import { placeMessages } from '../../web/places/messages.ts'
import { proposalMessages } from '../../web/proposals/messages.ts'
import { startMessages } from '../../web/public-site/messages.ts'
import { releaseMessages } from '../../web/releases/messages.ts'
import { surveyMessages } from '../../web/surveys/messages.ts'

/** The words of every module, which come with its code: those of reviews and administration have tests of their own. */
export const MODULE_MESSAGES = [
  accountMessages,
  checkMessages,
  workspaceMessages,
  sourceMessages,
  layerMessages,
  hotspotMessages,
  placeMessages,
  proposalMessages,
  releaseMessages,
  startMessages,
  surveyMessages,
] as const

/** All words of the page, shared ones and those of modules. */
export const ALL_MESSAGES = {
  sv: [SHARED_MESSAGES.sv, ...MODULE_MESSAGES.map(({ sv }) => sv)],
  en: [SHARED_MESSAGES.en, ...MODULE_MESSAGES.map(({ en }) => en)],
} as const
