export * as layerImportContract from './contract.ts'
export { IMPORTED_KINDS } from './fields.ts'
export {
  createLayerFileReader,
  createLayerImportService,
  type LayerImportPreview,
  type LayerImportResult,
  type LayerImportService,
} from './layer-import-service.ts'
export type { LayerImportRepository, LayerImportStatus } from './repository.ts'
export { layerImportRoutes } from './routes.ts'
export { DELIVERY_MESSAGES } from './messages.ts'
export { LAYER_IMPORT_PATHS } from './paths.ts'
