import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../server/platform/archives/write-zip.ts'
import { letterRings, lettersWidth } from '../../../server/platform/pictures/letters.ts'
import { box, type Picture } from '../../../server/platform/pictures/picture.ts'
import { picturePng } from '../../../server/platform/pictures/picture-png.ts'
import { distanceRings } from '../../../server/reviews/documents/distance-rings.ts'

const PICTURE: Picture = {
  width: 10,
  height: 10,
  background: '#ffffff',
  shapes: [
    { kind: 'area', rings: [box(2, 2, 6, 6), box(4, 4, 2, 2)], fill: { colour: '#ff0000' } },
    { kind: 'line', path: [0, 9.5, 10, 9.5], stroke: { colour: '#0000ff', width: 1, dash: [3, 2] } },
    { kind: 'area', rings: [box(0.5, 0, 1, 1)], fill: { colour: '#000000' } },
  ],
}

/** The colour of a pixel; each row is the difference from the one above. */
function pixelsOf(png: Uint8Array, width: number): (x: number, y: number) => readonly number[] {
  const bytes = Buffer.from(png)
  const length = bytes.readUInt32BE(33)
  const rows = inflateSync(bytes.subarray(41, 41 + length))
  const stride = width * 3
  return (x, y) =>
    [0, 1, 2].map((channel) => {
      let value = 0
      for (let row = 0; row <= y; row++) value += rows[row * (stride + 1) + 1 + x * 3 + channel]!
      return value & 0xff
    })
}

describe('a picture as PNG', () => {
  const pixel = pixelsOf(picturePng(PICTURE, 1), 10)

  it('fills areas by the even-odd rule', () => {
    expect([pixel(3, 3), pixel(5, 5), pixel(0, 5)]).toEqual([
      [255, 0, 0],
      [255, 255, 255],
      [255, 255, 255],
    ])
  })

  it('blends a pixel by the share that is covered', () => {
    expect([pixel(0, 0)[0], pixel(1, 0)[0]]).toEqual([128, 128])
  })

  it('leaves out the gaps of a dash', () => {
    expect([pixel(1, 9), pixel(6, 9)]).toEqual([
      [0, 0, 255],
      [0, 0, 255],
    ])
    expect(pixel(4, 9)[0]).toBeGreaterThan(100)
  })

  it('has the same bytes each time', () => {
    expect(Buffer.compare(picturePng(PICTURE, 2), picturePng(PICTURE, 2))).toBe(0)
  })
})

describe('letters of a picture', () => {
  const at = { kind: 'text', x: 0, y: 0, size: 10, colour: '#000000', anchor: 'start' } as const

  it('have outlines, those put together of parts too, and none where the font lacks a letter', () => {
    expect(letterRings({ ...at, letters: 'o' })).toHaveLength(2)
    expect(letterRings({ ...at, letters: 'ö' })).toHaveLength(4)
    expect(letterRings({ ...at, letters: '\u{1f600}' })).toEqual([])
  })

  it('are as wide as the sum of their steps', () => {
    expect(lettersWidth('Ågatan', 10)).toBeCloseTo(
      Array.from('Ågatan').reduce((sum, one) => sum + lettersWidth(one, 10), 0),
    )
  })
})

describe('the line at a distance from a site', () => {
  it('is one ring, as far away on every side as it says', () => {
    const frame = { widthMetres: 800, heightMetres: 800 }
    const [ring, ...others] = distanceRings([box(300, 300, 200, 200)], 100, frame)
    expect(others).toEqual([])
    for (let k = 0; k < ring!.length; k += 2) {
      const [dx, dy] = [ring![k]!, ring![k + 1]!].map((value) => Math.max(300 - value, value - 500, 0))
      expect(Math.hypot(dx!, dy!)).toBeCloseTo(100, 0)
    }
  })
})

describe('an archive', () => {
  it('is read by others as what was put into it, and has the same bytes each time', () => {
    const files = [
      { name: 'mapp/å.txt', bytes: Buffer.from('a'.repeat(500)) },
      { name: 'b.bin', bytes: Buffer.from([1, 2, 3]) },
    ]
    const archive = writeZip(files, '2026-03-01T12:30:00.000Z')
    const read = unzipSync(archive)
    expect(Object.keys(read)).toEqual(['mapp/å.txt', 'b.bin'])
    expect(Buffer.from(read['mapp/å.txt']!).toString()).toBe('a'.repeat(500))
    expect(Buffer.compare(archive, writeZip(files, '2026-03-01T12:30:00.000Z'))).toBe(0)
  })
})
