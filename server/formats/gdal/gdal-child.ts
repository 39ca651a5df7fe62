import { mountFile, pipeOutput } from './file-device.ts'
import { readLayers, writeLayer, openDatasets, type OpenedDataset } from './gdal-datasets.ts'
import { GDAL_FILE_FD, type GdalChoice, type GdalReply, type GdalRequest } from './gdal-messages.ts'
import { type GdalModule, loadGdal } from './gdal-module.ts'

const OUTPUT_FD = 1
const MAX_WHY_LENGTH = 300

const said: string[] = []
let opened: { readonly module: GdalModule; readonly datasets: readonly OpenedDataset[] } | null = null

async function open(request: GdalRequest): Promise<GdalReply> {
  const module = await loadGdal((line) => said.push(line))
  const path = mountFile(module, { ...request, fd: GDAL_FILE_FD })
  pipeOutput(module, OUTPUT_FD)
  const datasets = openDatasets(module, path, request)
  if (datasets === null) return refused()
  opened = { module, datasets }
  return { kind: 'layers', layers: datasets.flatMap((dataset) => readLayers(dataset)) }
}

function write({ layer }: GdalChoice): GdalReply {
  const { module, datasets } = opened!
  said.length = 0
  return writeLayer(module, datasets, layer) ? { kind: 'end' } : refused()
}

/** The last error that GDAL has told, without its own paths. */
function refused(): GdalReply {
  const last = said.findLast((line) => line.startsWith('ERROR')) ?? said.at(-1) ?? 'it cannot be opened'
  const why = last
    .replace(/^(ERROR|Warning) \d+: /, '')
    .replaceAll(/\/(vsizip|input)\/[^\s`',;]*/g, 'the file')
  return { kind: 'refused', why: why.slice(0, MAX_WHY_LENGTH).replace(/\.\s*$/, '') }
}

/** What GDAL dies of, it cannot go on from: the parent hears why and ends this process. */
async function replyTo(message: GdalRequest | GdalChoice): Promise<GdalReply> {
  try {
    return 'driver' in message ? await open(message) : write(message)
  } catch (error) {
    said.push(`ERROR 0: ${error instanceof Error ? error.message : String(error)}`)
    return refused()
  }
}

process.on('message', (message: GdalRequest | GdalChoice) => {
  void replyTo(message).then((reply) =>
    process.send!(reply, () => reply.kind !== 'layers' && process.exit(0)),
  )
})
