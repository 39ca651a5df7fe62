import type { DatabaseUnderTest } from '../support/databases.ts'
import { openDemoCity } from './demo-city.ts'
import { observeEvidence } from './evidence-observations.ts'
import { observeHotspots } from './hotspot-observations.ts'
import type { Recording } from './observation.ts'
import { observePages } from './page-observations.ts'
import { observePublicFiles } from './public-observations.ts'
import { observeReads } from './read-observations.ts'
import { observeTiles } from './tile-observations.ts'

/** The demo city's responses to each caller: figures, tiles, evidence, pages and published files. */
export async function recordDemo(database: DatabaseUnderTest, recording: Recording): Promise<void> {
  const city = await openDemoCity(database, recording)
  try {
    await observeReads(city)
    await observeHotspots(city)
    await observeTiles(city)
    await observePages(city)
    await observeEvidence(city)
    await observePublicFiles(city)
  } finally {
    await city.close()
  }
}
