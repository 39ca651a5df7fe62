import { describe, expect, it } from 'vitest'
import { readAreasFile } from '../../server/areas/areas-import-file.ts'
import type { DomainError } from '../../server/engine/errors.ts'
import { wholeFile } from '../../server/formats/whole-file.ts'

const CORNERS = [
  [0, 0],
  [200, 0],
  [200, 200],
  [0, 200],
] as const
const ring = (east: number, north: number) =>
  `0\nLWPOLYLINE\n8\nOMR\n90\n4\n70\n1\n${CORNERS.map(([x, y]) => `10\n${east + x}\n20\n${north + y}\n`).join('')}`
const drawing = (entities: string, blocks = '') =>
  `0\nSECTION\n2\nHEADER\n0\nENDSEC\n${blocks === '' ? '' : `0\nSECTION\n2\nBLOCKS\n${blocks}0\nENDSEC\n`}0\nSECTION\n2\nENTITIES\n${entities}0\nENDSEC\n0\nEOF\n`
const BLOCK = `0\nBLOCK\n2\nYTA\n70\n0\n10\n0\n20\n0\n${ring(0, 0)}0\nENDBLK\n`
const insert = (east: number, north: number) => `0\nINSERT\n8\nOMR\n2\nYTA\n10\n${east}\n20\n${north}\n`

async function areasOf(text: string, crs: number | null) {
  const { bytes } = await wholeFile(new Uint8Array(Buffer.from(text)), null)
  return readAreasFile({
    bytes,
    options: { kind: 'district', nameProperty: null, ...(crs === null ? {} : { crs }) },
    city: { srid: 3006, bounds: [17.9, 59.25, 18.2, 59.4] },
  })
}

describe('a DXF drawing', () => {
  it.each([
    ['closed lines', drawing(ring(674_000, 6_580_800) + ring(674_500, 6_580_800))],
    ['blocks that are inserted', drawing(insert(674_000, 6_580_800) + insert(674_500, 6_580_800), BLOCK)],
  ])('has the outlines of %s where they stand', async (_, text) => {
    const found = await areasOf(text, 3006)
    expect(found).toMatchObject({ rejected: [], notices: [{}, {}] })
    const planar = 'areas' in found ? found.areas.map((area) => JSON.stringify(area.planar)) : []
    expect(planar).toEqual([expect.stringContaining('674200'), expect.stringContaining('674700')])
  })

  it('asks for its coordinate system, with the likeliest', async () => {
    const refused = await areasOf(drawing(ring(674_000, 6_580_800)), null).catch(
      (error: DomainError) => error,
    )
    expect(refused).toMatchObject({
      texts: { sv: expect.stringMatching(/Troligast: .*EPSG:3006 \(SWEREF99 TM\)/) },
    })
  })
})
