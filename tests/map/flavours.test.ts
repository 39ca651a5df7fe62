import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { BaseMap } from '../../server/base-map/contract.ts'
import { TOGGLED_LAYERS } from '../../web/layers/layer-choice.ts'
import { inFlavour, paintChanges } from '../../web/map/style/flavour.ts'
import { type Colour, DARK_PALETTE, type Flavour, PALETTE } from '../../web/map/style/palette.ts'
import { cityStyle } from '../../web/workspace/map/city-style.ts'

const PALETTES: Readonly<Record<Flavour, Readonly<Record<Colour, string>>>> = {
  light: PALETTE,
  dark: DARK_PALETTE,
}
const GROUNDS = ['land', 'water', 'park', 'square', 'building', 'street'] as const
const OVERLAYS = ['area', 'focusArea', 'patrol', 'camera', 'incident', 'accent', 'ink'] as const

/** Relative luminance of a colour, as WCAG 2.1 has it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((one, other) => other - one)
  return (light! + 0.05) / (dark! + 0.05)
}

/** CIE lightness, 0–100. */
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16

const PROTOMAPS: BaseMap = {
  kind: 'protomaps',
  tiles: 'https://city.example/base-map/{z}/{x}/{y}.mvt',
  minzoom: 0,
  maxzoom: 15,
  bounds: [17, 59, 18, 60],
  attribution: '© OpenStreetMap',
}
const styleIn = (flavour: Flavour, baseMap: BaseMap = PROTOMAPS) =>
  cityStyle(
    {
      origin: 'https://city.example',
      baseMap,
      flavour,
      layers: [...TOGGLED_LAYERS],
      look: { classes: ['high4'], states: true },
      query: () => '',
    },
    {},
  )

describe.each(['light', 'dark'] as const)('the %s flavour of the map', (flavour) => {
  const colours = PALETTES[flavour]

  it('has every overlay at 3 : 1 or more to every ground, and every text at 4.5 : 1 to ground and halo', () => {
    const weak = (names: readonly Colour[], grounds: readonly Colour[], minimum: number) =>
      names.flatMap((name) =>
        grounds
          .map((ground) => ({ name, ground, ratio: contrast(colours[name], colours[ground]) }))
          .filter(({ ratio }) => ratio < minimum),
      )
    expect(weak(OVERLAYS, GROUNDS, 3)).toEqual([])
    expect(weak(['label', 'labelQuiet'], ['land', 'labelHalo'], 4.5)).toEqual([])
  })

  it('has classes that leave the ground step by step, 20 L* and more from one to the next', () => {
    const away = (['above', 'high2', 'high4'] as const).map((name) =>
      Math.abs(lightness(colours[name]) - lightness(colours.land)),
    )
    expect(away[0]).toBeGreaterThan(12)
    expect(away[1]! - away[0]!).toBeGreaterThan(20)
    expect(away[2]! - away[1]!).toBeGreaterThan(20)
  })

  it('has no colour twice, so that each has its counterpart', () => {
    expect(new Set(Object.values(colours)).size).toBe(Object.keys(PALETTE).length)
  })
})

describe('a style in two flavours', () => {
  const coloursIn = (style: object) => JSON.stringify(style).match(/"#[0-9a-f]{6}"/g) ?? []

  it('has no colour of the light palette left in the dark one, and the same layers', () => {
    const [light, dark] = [styleIn('light'), styleIn('dark')]
    expect(dark.layers.map(({ id }) => id)).toEqual(light.layers.map(({ id }) => id))
    const own = new Set<string>(Object.values(DARK_PALETTE))
    expect(coloursIn(dark).filter((colour) => !own.has(colour.slice(1, -1)))).toEqual([])
  })

  it('turns into the other in place and back', () => {
    const [light, dark] = [styleIn('light'), styleIn('dark')]
    expect(inFlavour(light.layers, 'dark')).toEqual(dark.layers)
    expect(inFlavour(dark.layers, 'light')).toEqual(light.layers)
    expect(paintChanges(dark, 'dark')).toEqual([])
    expect(paintChanges(light, 'dark')).toContainEqual({
      layer: 'base-map-land',
      property: 'fill-color',
      value: DARK_PALETTE.land,
    })
  })

  it('leaves an external style as it is', () => {
    const layer = { id: 'a', type: 'background', paint: { 'background-color': PALETTE.land } }
    const external: BaseMap = { kind: 'style', sources: {}, layers: [layer], glyphs: null, sprite: null }
    expect(styleIn('dark', external).layers).toContainEqual({ ...layer, id: 'base-map-a' })
  })

  it('has a legend in the same colours', () => {
    const tokens = readFileSync(new URL('../../web/ui/tokens.css', import.meta.url), 'utf8')
    const [, dark = ''] = tokens.split(':root[data-map-flavour="dark"]')
    const tokenIn = (css: string, name: string) => new RegExp(`--${name}: (#\\w+);`).exec(css)?.[1]
    const classes = ['above', 'high2', 'high4', 'more2', 'more', 'fewer', 'fewer2'] as const
    const layers = ['area', 'focusArea', 'patrol', 'camera', 'incident'] as const
    for (const name of [...classes, ...layers]) {
      const token = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)
      expect(tokenIn(tokens, token)).toBe(PALETTE[name])
      expect(tokenIn(dark, token)).toBe(DARK_PALETTE[name])
    }
  })
})
