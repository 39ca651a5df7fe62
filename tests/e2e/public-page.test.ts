import { withDemoPage } from './with-demo-page.ts'
import { publicFigureScenarios } from './scenarios/public-figures.ts'
import { publicLineScenarios } from './scenarios/public-line.ts'

withDemoPage('the public page', [publicFigureScenarios, publicLineScenarios])
