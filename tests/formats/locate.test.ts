import { describe, expect, it } from 'vitest'
import { createLocator } from '../../server/formats/positions/locate.ts'
import { createTransform } from '../../server/engine/projection/transform.ts'

/** Roughly Stockholm, metres in SWEREF 99 TM. */
const ENVELOPE = { minX: 660_000, minY: 6_565_000, maxX: 685_000, maxY: 6_595_000 }

const inDegrees = createLocator({
  transform: createTransform(4326, 3006),
  envelope: ENVELOPE,
  inDegrees: true,
  decimal: '.',
})
const inMetres = createLocator({
  transform: createTransform(3011, 3006),
  envelope: ENVELOPE,
  inDegrees: false,
  decimal: ',',
})
const withoutStudyArea = createLocator({
  transform: createTransform(4326, 3006),
  envelope: null,
  inDegrees: true,
  decimal: '.',
})

describe('the position of a row', () => {
  it('is the published one from degrees, and from another projected system to its printed digits', () => {
    expect(inDegrees('18.0650', '59.3325')).toEqual({ xCm: 67_435_076, yCm: 658_108_967 })
    const fromMetres = inMetres('153699,8', '6579710,7')
    expect('xCm' in fromMetres && Math.abs(fromMetres.xCm - 67_435_080)).toBeLessThanOrEqual(10)
    expect('yCm' in fromMetres && Math.abs(fromMetres.yCm - 658_108_970)).toBeLessThanOrEqual(10)
  })

  it.each([
    ['', '59.3', 'no-position', 'x'],
    ['18.0', '  ', 'no-position', 'y'],
    ['0', '0.0', 'no-position', 'x'],
    ['18.0x', '59.3', 'bad-position', 'x'],
    ['0x12', '59.3', 'bad-position', 'x'],
    ['Infinity', '59.3', 'bad-position', 'x'],
    ['18,07', '59.3', 'bad-position', 'x'],
    ['18.07', '159.3', 'bad-position', 'y'],
    ['59.3325', '18.0650', 'swapped-axes', 'x'],
    ['11.97', '57.71', 'far-away', 'x'],
    ['2.35', '48.86', 'far-away', 'x'],
  ])('%s, %s is %s', (x, y, reason, part) => {
    expect(inDegrees(x, y)).toMatchObject({ reason, part })
  })

  it('says how a decimal comma is read', () => {
    expect(inDegrees('18,07', '59.3')).toMatchObject({ detail: expect.stringContaining('csv.decimal') })
  })

  it('finds northings in the column of x', () => {
    expect(inMetres('6579710,7', '153699,8')).toMatchObject({ reason: 'swapped-axes' })
  })

  it('reaches 50 km from the study area and no further', () => {
    const planar = createLocator({
      transform: createTransform(3006, 3006),
      envelope: ENVELOPE,
      inDegrees: false,
      decimal: '.',
    })
    expect(planar('610000', '6580000')).toEqual({ xCm: 61_000_000, yCm: 658_000_000 })
    expect(planar('609999.9', '6580000')).toMatchObject({ reason: 'far-away' })
  })

  it('goes by the area of use of the CRS where there is no study area yet', () => {
    expect(withoutStudyArea('11.97', '57.71')).toHaveProperty('xCm')
    expect(withoutStudyArea('-87.65', '41.94')).toMatchObject({ reason: 'far-away' })
    expect(withoutStudyArea('59.3325', '18.0650')).toMatchObject({ reason: 'swapped-axes' })
  })
})
