import { effect, type ReadonlySignal } from '@preact/signals'
import type { Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { showFeatures } from '../map/show-features.ts'
import { boundsOf } from '../map/area-bounds.ts'
import type { Area, Bounds } from '../map/geometry.ts'
import type { Proposal } from './proposal.ts'
import { colourIn } from '../map/style/flavour.ts'
import type { Colour, Flavour } from '../map/style/palette.ts'
import { showCheck } from './show-check.ts'

type HexColor = `#${string}`
type Flavoured = (colour: Colour) => () => HexColor

/** Colours are functions: they are those of the flavour at the time of drawing. */
const drawnStyle = (colour: Flavoured) => ({
  fillColor: colour('accent'),
  fillOpacity: 0.08,
  outlineColor: colour('accent'),
  outlineWidth: 3,
  closingPointColor: colour('accent'),
  closingPointOutlineColor: colour('halo'),
  closingPointWidth: 6,
})

const selectedStyle = (colour: Flavoured) => ({
  selectedPolygonColor: colour('accent'),
  selectedPolygonFillOpacity: 0.08,
  selectedPolygonOutlineColor: colour('accent'),
  selectedPolygonOutlineWidth: 3,
  selectionPointColor: colour('halo'),
  selectionPointOutlineColor: colour('accent'),
  selectionPointWidth: 6,
  selectionPointOutlineWidth: 3,
  midPointColor: colour('accent'),
  midPointOutlineColor: colour('halo'),
  midPointWidth: 4,
})

/** An area that can be edited by its corners: one ring, no holes. */
function editable(area: Area | null): area is Polygon {
  return area?.type === 'Polygon' && area.coordinates.length === 1
}

export interface DrawingDeps {
  readonly proposal: Proposal
  /** True while the panel of the proposal is open: the area can be edited only then. */
  readonly isOpen: ReadonlySignal<boolean>
  /** Told when a person begins to draw. */
  readonly onStart: () => void
  /** Shows bounds on the map. */
  readonly goTo: (bounds: Bounds) => void
  /** Pixels of the map that panels cover. */
  readonly covered: () => { readonly bottom: number }
  readonly flavour: ReadonlySignal<Flavour>
}

/** Drawing and editing of the draft on the map, with what its check counted. The draft's own history undoes whole changes. */
export function connectDrawing(
  map: MapLibreMap,
  { proposal, isOpen, onStart, goTo, covered, flavour }: DrawingDeps,
): () => void {
  const { draft, drawing, tool } = proposal
  const draw = createTerraDraw(map, (colour) => () => colourIn(flavour.peek(), colour) as HexColor)
  draw.start()
  const shownCheck = showCheck(map, { proposal, isOpen, goTo, covered })
  let shown: string | null = null

  const finish = (_: string | number, { action }: { readonly action: string }) => {
    const polygon = draw.getSnapshot().find(({ properties }) => properties['mode'] === 'polygon')
    if (polygon?.geometry.type !== 'Polygon') return
    shown = JSON.stringify(polygon.geometry)
    drawing.value = false
    if (action === 'draw') shownCheck.revealNext()
    draft.set(polygon.geometry)
    if (polygon.id !== undefined) draw.selectFeature(polygon.id, 'select')
  }
  draw.on('finish', finish)

  const cancel = () => {
    drawing.value = false
    show(draft.area.peek())
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drawing.peek()) cancel()
  }
  map.getCanvas().addEventListener('keyup', escape)

  const show = (area: Area | null) => {
    draw.setMode('select')
    draw.clear()
    shown = JSON.stringify(area)
    shownCheck.revealNext()
    if (!editable(area)) return
    const id = draw.getFeatureId()
    const [result] = draw.addFeatures([
      { id, type: 'Feature', geometry: rounded(area), properties: { mode: 'polygon' } },
    ])
    if (result?.valid === true && isOpen.peek()) draw.selectFeature(id, 'select')
  }

  tool.value = {
    start: () => {
      draw.setMode('polygon')
      draw.clear()
      drawing.value = true
      onStart()
      map.getCanvas().focus({ preventScroll: true })
    },
    cancel,
    undoCorner: () => draw.undo(),
    show: (area) => goTo(boundsOf(area)),
  }

  const stopDraft = effect(() => {
    const area = draft.area.value
    const inPanel = isOpen.value
    if (drawing.peek()) return
    if (!inPanel) {
      draw.setMode('select')
      draw.clear()
      shown = null
    } else if (JSON.stringify(area) !== shown) show(area)
    const still = area !== null && !(inPanel && editable(area))
    showFeatures(map, 'draft', {
      type: 'FeatureCollection',
      features: still ? [{ type: 'Feature', geometry: area, properties: {} }] : [],
    })
  })

  return () => {
    map.getCanvas().removeEventListener('keyup', escape)
    stopDraft()
    shownCheck.stop()
    tool.value = null
    draw.stop()
  }
}

function createTerraDraw(map: MapLibreMap, colour: Flavoured): TerraDraw {
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      coordinatePrecision: 7,
      renderBelowLayerId: 'street-name',
    }),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      new TerraDrawPolygonMode({
        styles: drawnStyle(colour),
        validation: (feature: GeoJSONStoreFeatures, { updateType }: { readonly updateType: string }) =>
          updateType === 'finish' ? ValidateNotSelfIntersecting(feature) : { valid: true },
      }),
      new TerraDrawSelectMode({
        styles: selectedStyle(colour),
        allowManualDeselection: false,
        flags: {
          polygon: {
            feature: { draggable: false, coordinates: { midpoints: true, draggable: true, deletable: true } },
          },
        },
      }),
    ],
  })
}

/** Seven decimals, about a centimetre: terra-draw refuses more than it was told to keep. */
function rounded(area: Polygon): Polygon {
  return {
    type: 'Polygon',
    coordinates: area.coordinates.map((ring) =>
      ring.map((position) => position.slice(0, 2).map((v) => Number(v.toFixed(7)))),
    ),
  }
}
