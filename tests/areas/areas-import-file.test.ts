import { afterAll, describe, expect, it } from 'vitest'
import { type AreasFile, readAreasFile } from '../../server/areas/areas-import-file.ts'
import { createAreasReader } from '../../server/areas/import-areas.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'

/** A district whose outline has these corners, a hundredth of a degree apart. */
const district = (
  name: string,
  [lon, lat]: readonly [number, number],
  corners: readonly [number, number][],
) => ({
  type: 'Feature',
  properties: { namn: name },
  geometry: {
    type: 'Polygon',
    coordinates: [[...corners, corners[0]!].map(([x, y]) => [lon + x / 100, lat + y / 100])],
  },
})
const SQUARE: readonly [number, number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]
const BOW_TIE: readonly [number, number][] = [
  [0, 0],
  [1, 1],
  [1, 0],
  [0, 1],
]

function fileOf(...features: readonly object[]): AreasFile {
  const text = `\uFEFF${JSON.stringify({ type: 'FeatureCollection', features })}`
  return {
    bytes: new TextEncoder().encode(text),
    options: { kind: 'district', nameProperty: 'namn' },
    city: { srid: 3006, bounds: [10, 55, 25, 70] },
  }
}

describe('a file of areas that a worker reads', () => {
  const pool = openComputePool({ workers: 1, queueLimit: 0 })
  afterAll(() => pool.close())
  const read = createAreasReader(pool)

  it('gives the same areas as on the main thread, and its bytes are moved to the worker', async () => {
    const areas = [district('Ön', [18.1, 59.3], SQUARE), district('Åsen', [18.2, 59.3], BOW_TIE)]
    const file = fileOf(...areas)
    const found = await read(file)
    expect(found).toEqual(readAreasFile(fileOf(...areas)))
    expect(found).toMatchObject({
      notices: [{ en: 'Åsen: the outline crossed or touched itself and was repaired' }],
    })
    expect(file.bytes).toHaveLength(0)
  })

  it('is refused with its features by name when none can be used, and for an encoding other than UTF-8', async () => {
    const far = fileOf(district('Los Angeles', [-118, 34], SQUARE), district('Chicago', [-87, 41], SQUARE))
    await expect(read(far)).rejects.toMatchObject({
      code: 'invalid-geometry',
      problems: [{ value: 'Los Angeles' }, { field: 'features.1.geometry', value: 'Chicago' }],
    })
    const notText = { ...fileOf(), bytes: Uint8Array.of(0x7b, 0xff) }
    await expect(read(notText)).rejects.toMatchObject({
      code: 'invalid-file',
      message: 'The file is not in UTF-8: save it in that encoding.',
    })
  })

  it('is no longer read once its caller has aborted', async () => {
    const principal = new AbortController()
    const reading = read(fileOf(district('Åsen', [18.2, 59.3], BOW_TIE)), principal.signal)
    const gone = new Error('gone')
    principal.abort(gone)
    await expect(reading).rejects.toBe(gone)
  })

  it('has its names right where their letters were encoded twice, which is told', () => {
    const twice = Buffer.from('Södermalm').toString('latin1')
    const found = readAreasFile(fileOf(district(twice, [18.1, 59.3], SQUARE)))
    expect(found).toMatchObject({
      areas: [{ properties: { name: 'Södermalm' } }],
      notices: [{ en: expect.stringContaining('encoded in UTF-8 twice over') }],
    })
  })
})
