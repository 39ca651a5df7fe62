import { withDemoPage } from './with-demo-page.ts'
import { accessScenarios } from './scenarios/access.ts'
import { cellScenarios } from './scenarios/cells.ts'
import { failureScenarios } from './scenarios/failures.ts'
import { mapScenarios } from './scenarios/map.ts'
import { proposalScenarios } from './scenarios/proposals.ts'

withDemoPage('the workspace', [
  mapScenarios,
  cellScenarios,
  proposalScenarios,
  failureScenarios,
  accessScenarios,
])
