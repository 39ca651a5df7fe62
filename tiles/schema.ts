import { CONTEXT_FIELDS, FIELDS } from './schema-fields.ts'
import type { TileField } from './schema-fields.ts'

/**
 * The contract of the vector tiles. A new layer, attribute or legend entry raises the minor number; any change that
 * could break a style written for this version (of a name, type or meaning) raises the major.
 */
export const TILE_SCHEMA_VERSION = '2.0.0'

/** Width of a tile in its own units; every layer of every tile has it. */
export const TILE_EXTENT = 4096
/** Units that geometry reaches beyond each side of its tile, so that strokes and symbols meet at borders. */
export const TILE_BUFFER = 64
export const MAX_ZOOM = 22

export const TILE_LAYERS = [
  'context',
  'areas',
  'focus-areas',
  'patrol-zones',
  'camera-views',
  'hotspots',
  'incidents',
  'cameras',
  'proposals',
] as const
/** A layer that is served under `/tiles/{layer}`, in the order in which they are drawn, lowest first. */
export type TileLayerId = (typeof TILE_LAYERS)[number]

interface Words {
  readonly sv: string
  readonly en: string
}

export type TileGeometry = 'point' | 'line' | 'polygon'

/** One MVT layer inside a tile. */
export interface VectorLayer {
  readonly id: string
  readonly geometry: TileGeometry
  readonly fields: readonly TileField[]
}

/** A legend entry of the map. `value` is the value of the layer's `legendField`. */
interface LegendEntry extends Words {
  readonly value: string
  /** False for classes that are served but not drawn, such as cold cells, which would read as praise of a place. */
  readonly drawn: boolean
}

export interface TileLayer {
  readonly id: TileLayerId
  readonly titles: Words
  /** What a reader must know before using the layer; null when the title suffices. */
  readonly note: Words | null
  readonly minZoom: number
  readonly maxZoom: number
  readonly vectorLayers: readonly VectorLayer[]
  readonly legendField: string | null
  readonly legend: readonly LegendEntry[]
  /** Which query parameters the layer takes: those of a surface, those of an incident filter, or none. */
  readonly query: 'surface' | 'incidents' | 'none'
}

const HOTSPOT_LEGEND: readonly LegendEntry[] = [
  {
    value: 'high4',
    sv: 'Minst fyra gånger så många anmälda händelser som vid jämn fördelning',
    en: 'At least four times the reports that an even spread would give',
    drawn: true,
  },
  {
    value: 'high2',
    sv: 'Minst dubbelt så många som vid jämn fördelning',
    en: 'At least twice what an even spread would give',
    drawn: true,
  },
  {
    value: 'above',
    sv: 'Fler än vid jämn fördelning, men inte säkert dubbelt så många',
    en: 'More than an even spread would give, but not surely twice as many',
    drawn: true,
  },
  {
    value: 'even',
    sv: 'Ingen säker skillnad mot jämn fördelning',
    en: 'No certain difference from an even spread',
    drawn: false,
  },
  {
    value: 'below',
    sv: 'Färre än vid jämn fördelning',
    en: 'Fewer than an even spread would give',
    drawn: false,
  },
  {
    value: 'below2',
    sv: 'Högst hälften så många som vid jämn fördelning',
    en: 'At most half of what an even spread would give',
    drawn: false,
  },
  { value: 'few', sv: 'För få för att avgöra', en: 'Too few to tell', drawn: false },
]

const AREA_LEGEND: readonly LegendEntry[] = [
  { value: 'study', sv: 'Kartlagt område', en: 'Area covered', drawn: true },
  { value: 'water', sv: 'Vatten', en: 'Water', drawn: true },
  { value: 'district', sv: 'Stadsdel', en: 'District', drawn: true },
  { value: 'place', sv: 'Plats', en: 'Place', drawn: true },
  { value: 'base', sv: 'Basområde', en: 'Base area', drawn: true },
]

const CAMERA_LEGEND: readonly LegendEntry[] = [
  { value: 'active', sv: 'I drift', en: 'In use', drawn: true },
  { value: 'planned', sv: 'Planerad', en: 'Planned', drawn: true },
  { value: 'removed', sv: 'Borttagen', en: 'Removed', drawn: false },
]

const vector = (id: Exclude<TileLayerId, 'context'>, geometry: TileGeometry): VectorLayer => ({
  id,
  geometry,
  fields: FIELDS[id],
})

const CONTEXT_GEOMETRY: Readonly<Record<string, TileGeometry>> = {
  land: 'polygon',
  park: 'polygon',
  square: 'polygon',
  building: 'polygon',
  street: 'line',
  path: 'line',
  rail: 'line',
  station: 'point',
  school: 'point',
  care_home: 'point',
  clinic: 'point',
  shelter: 'point',
  congregation: 'point',
  lamp: 'point',
  place_name: 'point',
}

/** Kinds of context, each an MVT layer of its own in the `context` tiles, in the order in which they are drawn. */
export const CONTEXT_LAYERS: readonly VectorLayer[] = Object.entries(CONTEXT_GEOMETRY).map(
  ([id, geometry]) => ({
    id,
    geometry,
    fields: CONTEXT_FIELDS,
  }),
)

/** Zoom from which a context feature is in the tiles, by its rank 1–5 (index 0 is unused). */
export const CONTEXT_RANK_ZOOM: readonly number[] = [0, 0, 11, 12, 13, 15]

const plain = { note: null, legendField: null, legend: [], query: 'none', minZoom: 0, maxZoom: 16 } as const

/** Every layer by its id. */
export const TILE_LAYER: Readonly<Record<TileLayerId, TileLayer>> = {
  context: {
    ...plain,
    id: 'context',
    titles: { sv: 'Karta', en: 'Map' },
    vectorLayers: CONTEXT_LAYERS,
  },
  areas: {
    ...plain,
    id: 'areas',
    titles: { sv: 'Områden', en: 'Areas' },
    vectorLayers: [vector('areas', 'polygon')],
    legendField: 'kind',
    legend: AREA_LEGEND,
  },
  'focus-areas': {
    ...plain,
    id: 'focus-areas',
    titles: { sv: 'Fokusområden', en: 'Focus areas' },
    vectorLayers: [vector('focus-areas', 'polygon')],
  },
  'patrol-zones': {
    ...plain,
    id: 'patrol-zones',
    titles: { sv: 'Ordningsvaktsområden', en: 'Guard patrol zones' },
    note: {
      sv: 'Tillståndsområde och schema. Närvaro är inte mätt.',
      en: 'Permit area and schedule. Presence was not measured.',
    },
    vectorLayers: [vector('patrol-zones', 'polygon')],
  },
  'camera-views': {
    ...plain,
    id: 'camera-views',
    titles: { sv: 'Kamerornas nominella synfält', en: 'Nominal views of the cameras' },
    note: {
      sv: 'Riktning, vinkel och räckvidd enligt uppgift. Hus, träd och annat som skymmer är inte inräknat.',
      en: 'Direction, angle and range as stated. Buildings, trees and other obstruction are not considered.',
    },
    minZoom: 12,
    vectorLayers: [vector('camera-views', 'polygon')],
    legendField: 'status',
    legend: CAMERA_LEGEND,
  },
  hotspots: {
    ...plain,
    id: 'hotspots',
    titles: { sv: 'Var anmälda händelser samlas', en: 'Where reports concentrate' },
    note: {
      sv: 'Jämfört med jämn fördelning över stadens mark. Antalet besökare är inte inräknat om inget annat sägs.',
      en: 'Compared with an even spread over the city’s land. Visitor numbers are not included unless said.',
    },
    minZoom: 8,
    vectorLayers: [vector('hotspots', 'polygon')],
    legendField: 'class',
    legend: HOTSPOT_LEGEND,
    query: 'surface',
  },
  incidents: {
    ...plain,
    id: 'incidents',
    titles: { sv: 'Anmälda händelser', en: 'Reported incidents' },
    note: {
      sv: 'Bara händelser med adress eller gata som läge. Långt utzoomat visas ett urval.',
      en: 'Only incidents placed by address or street. Far zoomed out a sample is shown.',
    },
    vectorLayers: [vector('incidents', 'point')],
    query: 'incidents',
  },
  cameras: {
    ...plain,
    id: 'cameras',
    titles: { sv: 'Trygghetskameror', en: 'Safety cameras' },
    vectorLayers: [vector('cameras', 'point')],
    legendField: 'status',
    legend: CAMERA_LEGEND,
  },
  proposals: {
    ...plain,
    id: 'proposals',
    titles: { sv: 'Förslag', en: 'Proposals' },
    vectorLayers: [vector('proposals', 'polygon')],
  },
}
