/** What a start needs only once the database is open. */
export { openAccess } from './access.ts'
export { seedDemoReview } from '../demo/demo-review.ts'
export { openEngine } from './engine.ts'
export { publishInBackground } from '../demo/demo-releases.ts'
export { createWebApp } from './web-app.ts'
export { firstAdministratorLink, firstLinkMessage } from './first-administrator.ts'
