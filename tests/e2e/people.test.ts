import { withDemoPage } from './with-demo-page.ts'
import { administrationScenarios } from './scenarios/administration.ts'
import { roleScenarios } from './scenarios/roles.ts'
import { signInScenarios } from './scenarios/sign-in.ts'

withDemoPage('people, what each may do, and how they come in', [
  signInScenarios,
  roleScenarios,
  administrationScenarios,
])
