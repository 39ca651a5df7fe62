import { describe, expect, it } from 'vitest'
import type { ProposalFile, ProposalFileOptions } from '../../../server/proposals/contract.ts'
import type { Area } from '../../../web/map/geometry.ts'
import { createFileArea } from '../../../web/proposals/file-area.ts'

const part = (feature: number) => ({
  feature,
  name: null,
  areaM2: 10_000,
  notice: null,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [18 + feature, 59],
        [18.1 + feature, 59],
        [18.1 + feature, 59.1],
        [18 + feature, 59],
      ],
    ],
  },
})
const NOTHING: ProposalFile = {
  parts: [],
  unused: 0,
  unusedRule: null,
  layers: [],
  likelySystems: [],
  cityOutline: null,
}

/** A server that gives one response after another, and what it was asked and led to. */
function scripted(...responses: readonly ProposalFile[]) {
  const requested: ProposalFileOptions[] = []
  const areas: Area[] = []
  const file = createFileArea({
    read: async (_, options) => {
      requested.push(options)
      return responses[requested.length - 1]!
    },
    onArea: (area) => areas.push(area),
  })
  return { file, requested, areas }
}

describe('the area of a file', () => {
  it('is its only outline at once', async () => {
    const { file, areas } = scripted({ ...NOTHING, parts: [part(1)] })
    await file.read(new File([], 'plan.gpkg'))
    expect(areas).toEqual([part(1).geometry])
    expect(file.name.value).toBeNull()
  })

  it('waits for a choice among several, which are joined into one', async () => {
    const { file, areas } = scripted({ ...NOTHING, parts: [part(1), part(2), part(3)] })
    await file.read(new File([], 'plan.gpkg'))
    expect([areas, file.name.value]).toEqual([[], 'plan.gpkg'])
    file.take([part(1), part(3)])
    expect(areas).toEqual([
      { type: 'MultiPolygon', coordinates: [part(1).geometry.coordinates, part(3).geometry.coordinates] },
    ])
  })

  it('is read again by the layer and then by the coordinate system that a person chose, and another file by neither', async () => {
    const { file, requested, areas } = scripted(
      { ...NOTHING, layers: [{ name: 'a', holds: '1' }] },
      NOTHING,
      { ...NOTHING, parts: [part(1)] },
      NOTHING,
    )
    await file.read(new File([], 'plan.dxf'))
    await file.choose({ layer: 'a' })
    await file.choose({ crs: 3006, exchanged: true })
    await file.read(new File([], 'other.dxf'))
    expect(requested).toEqual([
      { layer: null, crs: null, exchanged: false },
      { layer: 'a', crs: null, exchanged: false },
      { layer: 'a', crs: 3006, exchanged: true },
      { layer: null, crs: null, exchanged: false },
    ])
    expect(areas).toHaveLength(1)
  })
})
