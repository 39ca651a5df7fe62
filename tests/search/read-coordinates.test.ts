import { describe, expect, it } from 'vitest'
import { readCoordinates } from '../../server/search/read-coordinates.ts'

describe('coordinates that someone types', () => {
  it.each<[string, readonly [number, number]]>([
    ['6579710 153699', [6579710, 153699]],
    ['6579710,153699', [6579710, 153699]],
    ['6579710,5 153699,25', [6579710.5, 153699.25]],
    ['59.33, 18.06', [59.33, 18.06]],
    ['59.33,18.06', [59.33, 18.06]],
    ['59,33 18,06', [59.33, 18.06]],
    ['59,33; 18,06', [59.33, 18.06]],
    ['N 59.33 E 18.06', [59.33, 18.06]],
    ['59.33° N, 18.06° Ö', [59.33, 18.06]],
    ['33.86 S 151.21 E', [-33.86, 151.21]],
    ['-33.86 151.21', [-33.86, 151.21]],
    ['N: 6579710 E: 153699', [6579710, 153699]],
    ['59°19\'48"N 18°3\'36"E', [59.33, 18.06]],
  ])('%s', (text, pair) => {
    const read = readCoordinates(text)
    expect(read?.map((value) => Number(value.toFixed(9)))).toEqual(pair)
  })

  it.each(['', 'Storgatan 5', 'Storgatan', '59.33', '1 2 3', '6579710 153699 Kvarn', 'Kvarteret 12 14'])(
    'are not: %s',
    (text) => expect(readCoordinates(text)).toBeNull(),
  )
})
