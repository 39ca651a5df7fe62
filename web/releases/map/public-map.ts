import type { BaseMap } from '../../../server/base-map/contract.ts'
import { effect, type ReadonlySignal } from '@preact/signals'
import { hasBaseMap } from '../../map/style/base-map.ts'
import { fontFaces } from '../../map/style/font-faces.ts'
import { isStill, openMap } from '../../map/open-map.ts'
import { lngLatBounds } from '../../map/lng-lat-bounds.ts'
import type { Bounds } from '../../map/geometry.ts'
import { providePatterns } from '../../map/patterns.ts'
import { type PublicStyle, publicStyle } from './public-style.ts'

export interface PublicMapDeps {
  readonly container: HTMLElement
  readonly style: ReadonlySignal<PublicStyle>
  /** What the map shows: the chosen area, or the whole city. */
  readonly bounds: ReadonlySignal<Bounds>
  readonly label: ReadonlySignal<string>
  /** Label of the attribution button. */
  readonly attributionLabel: string
  readonly gestures: NonNullable<Parameters<typeof openMap>[0]['gestures']>
  /** Whether the page that holds the map scrolls under it, as in a frame: also for a mouse. */
  readonly isCooperative: boolean
  readonly baseMap: BaseMap | null
  readonly onChoose: (area: string) => void
}

/** Of the patterns: the ink of labels. */
const PATTERN_INK = [63, 74, 84] as const

/**
 * The public's map of a release. It follows its style and its bounds; a click on an area chooses it.
 *
 * @returns a function that removes it
 * @throws when the browser has no WebGL
 */
export function createPublicMap(deps: PublicMapDeps): () => void {
  const { container, style, bounds, label, baseMap, onChoose } = deps
  const still = isStill()
  const styleOf = (state: PublicStyle) => publicStyle(state, fontFaces(state.origin), baseMap)
  const { map, close } = openMap({
    container,
    style: styleOf(style.peek()),
    bounds: lngLatBounds(bounds.peek()),
    fitBoundsOptions: { padding: 28, maxZoom: 14 },
    maxZoom: 16,
    cooperativeGestures: deps.isCooperative || matchMedia('(pointer: coarse)').matches,
    gestures: deps.gestures,
    fadeDuration: 0,
    label: label.peek(),
    attributionLabel: hasBaseMap(baseMap) ? deps.attributionLabel : null,
  })
  providePatterns(map, PATTERN_INK)
  map.on('click', 'areas', ({ features }) => {
    const key: unknown = features?.[0]?.properties['key']
    if (typeof key === 'string') onChoose(key)
  })
  map.on('mousemove', 'areas', () => (map.getCanvas().style.cursor = 'pointer'))
  map.on('mouseleave', 'areas', () => (map.getCanvas().style.cursor = ''))
  map.once('idle', () => (container.dataset['drawn'] = 'true'))

  // A style cannot be replaced while it loads: the newest is applied afterwards.
  let isRequested = false
  const redraw = () => {
    if (isRequested) return
    isRequested = true
    const put = () => {
      isRequested = false
      map.setStyle(styleOf(style.peek()))
    }
    if (map.isStyleLoaded()) put()
    else map.once('idle', put)
  }

  let drawn = style.peek()
  let shown = bounds.peek()
  const stops = [
    effect(() => {
      if (style.value === drawn) return
      drawn = style.value
      redraw()
    }),
    effect(() => {
      if (bounds.value === shown) return
      shown = bounds.value
      map.fitBounds(lngLatBounds(shown), { padding: 28, maxZoom: 14, animate: !still })
    }),
    effect(() => map.getCanvas().setAttribute('aria-label', label.value)),
  ]
  return () => {
    for (const stop of stops) stop()
    close()
  }
}
