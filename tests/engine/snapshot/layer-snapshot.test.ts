import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { Area, LayerContents } from '../../../server/engine/snapshot/features.ts'
import { loadLayers, NO_LAYERS } from '../../../server/engine/snapshot/layer-snapshot.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { PLAIN_ROW, sourcesOf } from '../../support/cities/make-snapshot.ts'

const projection = createProjection(3006)

function area(id: number, name: string, revision = 1): LayerContents['areas'][number] {
  const ring = [
    [674_000, 6_581_000],
    [674_100, 6_581_000],
    [674_000, 6_581_100],
    [674_000, 6_581_000],
  ]
  const properties: Area['properties'] = {
    kind: 'district',
    name,
    validFrom: null,
    validTo: null,
    residents: null,
    visitors: null,
    exposureSource: null,
    derived: false,
  }
  return { id, revision, planar: { type: 'Polygon', coordinates: [ring] }, properties }
}

const load = (contents: Partial<LayerContents>, before?: ReturnType<typeof loadLayers>) =>
  loadLayers({ ...NO_LAYERS, ...contents }, projection, before)
const digestOf = (contents: Partial<LayerContents>) => load(contents).contentDigest

describe('the layers in memory', () => {
  it('have one digest whatever their ids, revisions and order', () => {
    const one = digestOf({ areas: [area(1, 'Norr'), area(2, 'Söder')] })
    expect(digestOf({ areas: [area(7, 'Söder', 3), area(9, 'Norr')] })).toBe(one)
    expect(digestOf({ areas: [area(1, 'Norr'), area(2, 'Väster')] })).not.toBe(one)
    expect(digestOf({ areas: [area(1, 'Norr')] })).not.toBe(one)
  })

  it('distinguish sources by the area that they cover, not by its id', () => {
    const [source] = sourcesOf([PLAIN_ROW])
    const covering = (id: number, name: string) => ({
      areas: [area(id, name), area(id + 1, 'Söder')],
      sources: [{ ...source!, coversAreaId: id }],
    })
    const one = digestOf(covering(1, 'Norr'))
    expect(digestOf(covering(5, 'Norr'))).toBe(one)
    const other = { ...covering(1, 'Norr'), sources: [{ ...source!, coversAreaId: 2 }] }
    expect(digestOf(other)).not.toBe(one)
  })

  it('include the context in their digest, but not in the snapshot version', () => {
    const planar = { type: 'Point' as const, coordinates: [674_000, 6_581_000] }
    const context = [{ id: 1, kind: 'lamp' as const, name: null, rank: 5, planar }]
    expect(digestOf({ context })).toBe(digestOf({}))
    expect(load({ context }).snapshot.digest).not.toBe(load({}).snapshot.digest)
  })

  it('reuse features that have not changed, and only those', () => {
    const before = load({ areas: [area(1, 'Norr'), area(2, 'Söder')] })
    const after = load({ areas: [area(1, 'Norr'), area(2, 'Stora Söder', 2)] }, before)
    const [norr, soder] = before.snapshot.features('areas')
    const [sameNorr, newSoder] = after.snapshot.features('areas')
    expect(sameNorr).toBe(norr)
    expect(newSoder).not.toBe(soder)
    expect(newSoder!.properties.name).toBe('Stora Söder')
    expect(after.contentDigest).toBe(digestOf({ areas: [area(1, 'Norr'), area(2, 'Stora Söder')] }))
  })

  it('hold no reference to earlier states, so memory does not grow with edits', async () => {
    const collect = gc()
    let layers = load({ areas: [area(1, 'Norr')] })
    const former: WeakRef<LayerContents>[] = []
    for (let revision = 2; revision < 6; revision++) {
      const contents = { ...NO_LAYERS, areas: [area(1, 'Norr', revision)] }
      former.push(new WeakRef(contents))
      layers = loadLayers(contents, projection, layers)
    }
    // What a turn of the event loop has looked at stays until it ends.
    const left = () => (collect(), former.slice(0, -1).filter((reference) => reference.deref() !== undefined))
    await expect.poll(left).toEqual([])
    expect(layers.snapshot.features('areas')).toHaveLength(1)
  })
})

function gc(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
