export * as areaContract from './contract.ts'
export { checkAreas } from './check-areas.ts'
export { readAreasFile, type ReadAreas } from './areas-import-file.ts'
export {
  type AreasImportOptions,
  type AreasImportResult,
  createAreasReader,
  importAreas,
} from './import-areas.ts'
export { AREA_FILE_MESSAGES } from './messages.ts'
export { createPopulations } from './populations.ts'
export { areaImportRoutes, areaRoutes } from './routes.ts'
export { createStudyAreaService } from './study-area.ts'
export { AREA_PATHS } from './paths.ts'
