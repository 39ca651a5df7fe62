import { lostLineScenarios } from './scenarios/lost-line.ts'
import { observationScenarios } from './scenarios/observations.ts'
import { walkScenarios } from './scenarios/walks.ts'
import { withDemoPage } from './with-demo-page.ts'

withDemoPage('what is seen at places', [observationScenarios, walkScenarios, lostLineScenarios])
