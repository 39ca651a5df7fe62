import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = sharedWorkers()

const { tiles } = tileServiceOf(makeSnapshot(tileCity(11, 60)), pool)

/** A tile as text, one line a feature: what a change of the tiles looks like to whoever reviews it. */
function asText(bytes: Uint8Array): string {
  const lines: string[] = []
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers)) {
    lines.push(`${name} (extent ${layer.extent})`)
    for (let at = 0; at < layer.length; at++) {
      const feature = layer.feature(at)
      const kind = ['', 'point', 'line', 'polygon'][feature.type]
      const parts = feature.loadGeometry().map((part) => part.map(({ x, y }) => `${x},${y}`).join(' '))
      lines.push(`  ${feature.id} ${kind} ${JSON.stringify(feature.properties)}`)
      lines.push(
        ...parts.map((part) => `    ${part.length > 160 ? `${part.slice(0, 160)}… (${part.length})` : part}`),
      )
    }
  }
  return lines.join('\n')
}

describe('tiles as text', () => {
  for (const [layer, z, x, y, search] of [
    ['incidents', 13, 4507, 2409, 'group=all'],
    ['hotspots', 13, 4507, 2409, 'cell=800&group=property'],
    ['patrol-zones', 13, 4507, 2409, ''],
    ['focus-areas', 12, 2253, 1204, ''],
    ['cameras', 13, 4507, 2409, ''],
    ['camera-views', 15, 18028, 9638, ''],
    ['areas', 11, 1126, 602, ''],
    ['proposals', 13, 4507, 2409, ''],
    ['context', 12, 2253, 1204, ''],
  ] as const) {
    it(`${layer} ${z}/${x}/${y}`, async () => {
      const tile = await tiles.tile({ layer, z, x, y, search }, ANALYST)
      expect(tile.empty).toBe(false)
      const { bytes } = await tile.variant('identity')
      await expect(asText(bytes)).toMatchFileSnapshot(`snapshots/${layer}.txt`)
    })
  }
})
