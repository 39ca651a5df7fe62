import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import type { BaseMap } from '../../server/base-map/contract.ts'
import { TOGGLED_LAYERS } from '../../web/layers/layer-choice.ts'
import { buildStyle, type StylePart } from '../../web/map/style/build-style.ts'
import { paintOf } from '../../web/releases/map/area-paint.ts'
import { type PublicStyle, publicStyle } from '../../web/releases/map/public-style.ts'
import { cityStyle } from '../../web/workspace/map/city-style.ts'

const FONTS = { Noto: [{ url: 'https://city.example/noto.woff2' }] }
const line = (id: string): LayerSpecification => ({ id, type: 'line', source: 'x' })
const idsOf = ({ layers }: { readonly layers: readonly LayerSpecification[] }) => layers.map(({ id }) => id)

const staff = cityStyle(
  {
    origin: 'https://city.example',
    baseMap: null,
    layers: ['cameras'],
    look: { classes: ['high4'], states: true },
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
  paint: paintOf([], 'hexes'),
  selected: 'harbour',
  marks: null,
}
const forEverybody = publicStyle(released, FONTS, null)

describe('a style built from parts', () => {
  it('draws parts storey by storey over water, within a storey in the order of the parts', () => {
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
  it('draw the background map alike, except names of places', () => {
    const ofCity = ({ layers }: { readonly layers: readonly LayerSpecification[] }) =>
      layers
        .filter((layer) => 'source' in layer && layer.source === 'context')
        .map(({ id, type, paint, layout, minzoom }) => ({ id, type, paint, layout, minzoom }))
    expect(ofCity(forEverybody)).toEqual(ofCity(staff).filter(({ id }) => id !== 'place-name'))
  })

  it('have a source for every layer', () => {
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

  it('show the chosen overlays', () => {
    const shown = staff.layers.filter(({ id, layout }) => id.includes(':') && layout?.visibility !== 'none')
    expect(shown.map(({ id }) => id)).toEqual(['cameras:dot'])
    for (const layer of TOGGLED_LAYERS)
      expect(idsOf(staff).some((id) => id.startsWith(`${layer}:`))).toBe(true)
    expect(idsOf(forEverybody).filter((id) => id.includes(':'))).toEqual(['guards:fill', 'guards:line'])
  })

  it('request the tiles of a layer with its query', () => {
    expect(staff.sources['hotspots']).toMatchObject({
      tiles: ['https://city.example/tiles/hotspots/{z}/{x}/{y}.mvt?group=people'],
    })
    expect(forEverybody.sources['release']).toMatchObject({
      tiles: ['https://city.example/public/2026-Q1/tiles/{z}/{x}/{y}.mvt'],
    })
  })
})

describe('a base map', () => {
  const tiles: BaseMap = {
    kind: 'protomaps',
    tiles: 'https://city.example/base-map/{z}/{x}/{y}.mvt',
    minzoom: 0,
    maxzoom: 15,
    bounds: [17, 58, 19, 60],
    attribution: '© OpenStreetMap',
  }
  const style: BaseMap = {
    kind: 'style',
    sources: { streets: { type: 'vector', tiles: ['https://tiles.example/{z}/{x}/{y}.pbf'] } },
    layers: [
      { id: 'street', type: 'line', source: 'streets', 'source-layer': 'road' },
      { id: 'name', type: 'symbol', source: 'streets', 'source-layer': 'road' },
    ],
    glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
    sprite: 'https://sprites.example/plain',
  }
  const staffOn = (baseMap: BaseMap | null) =>
    cityStyle(
      {
        origin: 'https://city.example',
        baseMap,
        layers: [],
        look: { classes: [], states: false },
        query: () => '',
      },
      FONTS,
    )
  const maps = (baseMap: BaseMap) => [staffOn(baseMap), publicStyle(released, FONTS, baseMap)]

  it('of tiles has its ground below what is counted, its streets above that and its names above all, in both maps', () => {
    for (const map of maps(tiles)) {
      const ids = idsOf(map)
      const counted = ids.findIndex((id) => id === 'cell-fill' || id === 'hexes')
      expect(ids.indexOf('base-map-land')).toBeLessThan(counted)
      expect(ids.indexOf('base-map-water-body')).toBeLessThan(counted)
      expect(ids.indexOf('base-map-street')).toBeGreaterThan(counted)
      expect(ids.indexOf('base-map-street-name')).toBeGreaterThan(ids.indexOf('base-map-street'))
      expect(map.sources['base-map']).toMatchObject({ attribution: '© OpenStreetMap', maxzoom: 15 })
      expect(map).not.toHaveProperty('glyphs')
    }
  })

  it('replaces the land that is drawn without a base map', () => {
    expect(idsOf(staffOn(null))).toContain('study-land')
    expect(idsOf(forEverybody)).toContain('release-land')
    for (const map of maps(tiles))
      expect(idsOf(map).filter((id) => id === 'study-land' || id === 'release-land')).toEqual([])
  })

  it('in an external style lies below the counted cells, its labels above, with its own glyphs and sprite', () => {
    for (const map of maps(style)) {
      const ids = idsOf(map)
      const counted = ids.findIndex((id) => id === 'cell-fill' || id === 'hexes')
      expect(ids.indexOf('base-map-street')).toBeLessThan(counted)
      expect(ids.indexOf('base-map-name')).toBeGreaterThan(counted)
      expect(map).toMatchObject({ glyphs: style.glyphs, sprite: style.sprite, 'font-faces': FONTS })
      for (const layer of map.layers)
        if ('source' in layer) expect(Object.keys(map.sources)).toContain(layer.source)
    }
  })
})
