import { withDemoPage } from './with-demo-page.ts'
import { publicScenarios } from './scenarios/public-start.ts'
import { reflowScenarios } from './scenarios/reflow.ts'
import { plannerJobScenarios } from './scenarios/planner-job.ts'
import { reviewScenarios } from './scenarios/reviews.ts'

withDemoPage('reviews, and what the public reads', [
  reviewScenarios,
  plannerJobScenarios,
  publicScenarios,
  reflowScenarios,
])
