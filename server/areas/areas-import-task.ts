/** Reads a file of areas on a worker. */
export { readAreasFile as default } from './areas-import-file.ts'
