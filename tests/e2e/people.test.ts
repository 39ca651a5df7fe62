import { withDemoPage } from './with-demo-page.ts'
import { administrationScenarios } from './scenarios/administration.ts'
import { languageScenarios } from './scenarios/languages.ts'
import { createOpenIdScenarios } from './scenarios/openid-connect.ts'
import { meetingScenarios } from './scenarios/meetings.ts'
import { papersScenarios } from './scenarios/papers.ts'
import { recordsRequestScenarios } from './scenarios/records-requests.ts'
import { roleScenarios } from './scenarios/roles.ts'
import { signInScenarios } from './scenarios/sign-in.ts'
import { signOutScenarios } from './scenarios/sign-out.ts'
import { situationScenarios } from './scenarios/situation.ts'
import { todayScenarios } from './scenarios/today.ts'
import { sweepScenarios } from './scenarios/sweep.ts'

const openId = await createOpenIdScenarios()

withDemoPage(
  'people, what each may do, and how they come in',
  [
    signInScenarios,
    openId.tell,
    signOutScenarios,
    roleScenarios,
    administrationScenarios,
    languageScenarios,
    meetingScenarios,
    situationScenarios,
    papersScenarios,
    recordsRequestScenarios,
    todayScenarios,
    sweepScenarios,
  ],
  openId.settings,
)
