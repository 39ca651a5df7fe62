import type { FilterSpecification } from 'maplibre-gl'

/** Features of one kind of the city's own map, as a layer asks for them. */
interface OfKind {
  readonly source: 'context'
  readonly 'source-layer'?: string
  readonly filter?: FilterSpecification
}

/** Those of a kind that pass a filter; all of the kind without one. */
export type Context = (kind: string, filter?: FilterSpecification) => OfKind
