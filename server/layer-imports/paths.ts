/** Paths of this module as OpenAPI templates. */
export const LAYER_IMPORT_PATHS = {
  layerImports: '/api/layer-imports',
  layerImport: '/api/layer-imports/{id}',
} as const
