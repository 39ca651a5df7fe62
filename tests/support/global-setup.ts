import { dropAbandonedClones } from './postgis-template.ts'

/** Before all tests: drops databases of earlier runs on the PostGIS server. Reports a missing server. */
export default async function setUp(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) {
    process.stdout.write('TEST_DATABASE_URL is not set: tests run on the embedded database alone.\n')
    return
  }
  await dropAbandonedClones(url)
}
