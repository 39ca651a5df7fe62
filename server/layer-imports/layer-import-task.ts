/** Reads a file of a layer on a worker. */
export { readLayerFile as default } from './read-layer-file.ts'
