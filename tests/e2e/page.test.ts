import { afterAll, beforeAll, describe } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { type DemoPage, openDemoPage } from './demo-page.ts'
import { accessScenarios } from './scenarios/access.ts'
import { administrationScenarios } from './scenarios/administration.ts'
import { cellScenarios } from './scenarios/cells.ts'
import { failureScenarios } from './scenarios/failures.ts'
import { mapScenarios } from './scenarios/map.ts'
import { proposalScenarios } from './scenarios/proposals.ts'
import { publicScenarios } from './scenarios/public-start.ts'
import { reviewScenarios } from './scenarios/reviews.ts'
import { roleScenarios } from './scenarios/roles.ts'
import { signInScenarios } from './scenarios/sign-in.ts'

describe.skipIf(!hasBrowser())('the page, with the demo city behind it', () => {
  let demo: DemoPage | undefined
  beforeAll(async () => {
    demo = await openDemoPage()
  }, 240_000)
  afterAll(() => demo?.close())

  const city = (): DemoPage => {
    if (demo === undefined) throw new Error('The demo city is not open.')
    return demo
  }
  mapScenarios(city)
  cellScenarios(city)
  proposalScenarios(city)
  reviewScenarios(city)
  failureScenarios(city)
  accessScenarios(city)
  signInScenarios(city)
  roleScenarios(city)
  publicScenarios(city)
  administrationScenarios(city)
})
