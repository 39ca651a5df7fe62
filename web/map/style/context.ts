import type { FilterSpecification } from 'maplibre-gl'

/** Source, source layer and filter of one kind of features. */
interface OfKind {
  readonly source: string
  readonly 'source-layer'?: string
  readonly filter?: FilterSpecification
}

/** Selects the features of a kind that pass a filter. */
export type Context = (kind: string, filter?: FilterSpecification) => OfKind
