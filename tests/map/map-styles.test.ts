import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { TOGGLED_LAYERS } from '../../web/layers/layer-choice.ts'
import { buildStyle, type StylePart } from '../../web/map/style/build-style.ts'
import { type PublicStyle, publicStyle } from '../../web/releases/map/public-style.ts'
import { cityStyle } from '../../web/workspace/map/city-style.ts'

const FONTS = { Noto: [{ url: 'https://city.example/noto.woff2' }] }
const line = (id: string): LayerSpecification => ({ id, type: 'line', source: 'x' })
const idsOf = ({ layers }: { readonly layers: readonly LayerSpecification[] }) => layers.map(({ id }) => id)

const staff = cityStyle(
  {
    origin: 'https://city.example',
    layers: ['cameras'],
    classes: ['high4'],
    selected: { i: 1, j: 2 },
    query: (layer) => (layer === 'hotspots' ? 'group=people' : ''),
  },
  FONTS,
)
const released: PublicStyle = {
  origin: 'https://city.example',
  folder: '/public/2026-Q1/',
  minzoom: 8,
  maxzoom: 14,
  bounds: [17, 58, 19, 60],
  choice: {
    series: { register: 'police', group: 'people' },
    period: '2026-Q1',
    unit: 'hexes',
    overlays: ['guards'],
  },
  breaks: [10, 20, 30],
  selected: 'harbour',
  names: null,
}
const forEverybody = publicStyle(released, FONTS)

describe('a style that is built of parts', () => {
  it('lies on water, storey by storey, and within a storey in the order of the parts', () => {
    const parts: readonly StylePart[] = [
      { layers: { names: [line('name')], ground: [line('land')] } },
      { layers: { ground: [line('park')], surface: [line('cells')] } },
    ]
    expect(idsOf(buildStyle(FONTS, parts))).toEqual(['water', 'land', 'park', 'cells', 'name'])
  })

  it('has the sources of all parts and the fonts that it was given', () => {
    const source: SourceSpecification = { type: 'vector' }
    const style = buildStyle(FONTS, [{ sources: { a: source } }, { sources: { b: source } }])
    expect(Object.keys(style.sources)).toEqual(['a', 'b'])
    expect(style['font-faces']).toBe(FONTS)
  })

  it('is refused when two layers or two sources have one name', () => {
    const source: StylePart = { sources: { a: { type: 'vector' } } }
    expect(() => buildStyle(FONTS, [source, source])).toThrow('Two sources of the map are called a.')
    const twins = { layers: { ground: [line('a')], names: [line('a')] } }
    expect(() => buildStyle(FONTS, [twins])).toThrow('Two layers of the map are called a.')
  })
})

describe('the two maps', () => {
  it('draw the same city: each layer of its own map looks alike in both but for the names of places', () => {
    const ofCity = ({ layers }: { readonly layers: readonly LayerSpecification[] }) =>
      layers
        .filter((layer) => 'source' in layer && layer.source === 'context')
        .map(({ id, type, paint, layout, minzoom }) => ({ id, type, paint, layout, minzoom }))
    expect(ofCity(forEverybody)).toEqual(ofCity(staff).filter(({ id }) => id !== 'place-name'))
  })

  it('take every layer from a source that they have', () => {
    for (const { layers, sources } of [staff, forEverybody])
      for (const layer of layers) if ('source' in layer) expect(Object.keys(sources)).toContain(layer.source)
  })

  it('keep streets legible over the surface, and names over everything', () => {
    const staffIds = idsOf(staff)
    expect(staffIds.indexOf('cell-fill')).toBeLessThan(staffIds.indexOf('street'))
    expect(staffIds.at(-1)).toBe('place-name')
    const publicIds = idsOf(forEverybody)
    expect(publicIds.indexOf('hexes')).toBeLessThan(publicIds.indexOf('street'))
    expect(publicIds.at(-1)).toBe('names')
  })

  it('show of the switched layers those that are chosen', () => {
    const shown = staff.layers.filter(({ id, layout }) => id.includes(':') && layout?.visibility !== 'none')
    expect(shown.map(({ id }) => id)).toEqual(['cameras:dot'])
    for (const layer of TOGGLED_LAYERS)
      expect(idsOf(staff).some((id) => id.startsWith(`${layer}:`))).toBe(true)
    expect(idsOf(forEverybody).filter((id) => id.includes(':'))).toEqual(['guards:fill', 'guards:line'])
  })

  it('ask for the tiles of a layer with its query', () => {
    expect(staff.sources['hotspots']).toMatchObject({
      tiles: ['https://city.example/tiles/hotspots/{z}/{x}/{y}.mvt?group=people'],
    })
    expect(forEverybody.sources['release']).toMatchObject({
      tiles: ['https://city.example/public/2026-Q1/tiles/{z}/{x}/{y}.mvt'],
    })
  })
})
