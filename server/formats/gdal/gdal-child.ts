import { Worker } from 'node:worker_threads'
import { mountFile, pipeOutput } from './file-device.ts'
import { layersOf, writeLayer, openDatasets, type OpenedDataset } from './gdal-datasets.ts'
import { GDAL_FILE_FD, type GdalChoice, type GdalReply, type GdalRequest } from './gdal-messages.ts'
import { type GdalModule, loadGdal } from './gdal-module.ts'
import { GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'

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
  return { kind: 'layers', layers: layersOf(datasets) }
}

function write({ layer }: GdalChoice): GdalReply {
  const { module, datasets } = opened!
  said.length = 0
  return writeLayer(module, datasets, layer) ? { kind: 'end' } : refused()
}

/** The last error that GDAL has told, without its own paths. */
function refused(): GdalReply {
  const last = said.findLast((line) => line.startsWith('ERROR')) ?? said.at(-1) ?? ''
  if (last.includes('not recognized as')) return { kind: 'refused', why: GEOGRAPHIC_MESSAGES.otherKind }
  const why = last
    .replace(/^(ERROR|Warning) \d+: /, '')
    .replaceAll(/\/(vsizip|input)\/[^\s`',;]*/g, 'the file')
  const text = why.slice(0, MAX_WHY_LENGTH).replace(/\.\s*$/, '')
  const { cannotBeOpened, saidByGdal } = GEOGRAPHIC_MESSAGES
  return { kind: 'refused', why: text === '' ? cannotBeOpened : saidByGdal(text) }
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

// GDAL holds up this thread while it reads.
new Worker(new URL('./memory-guard.mjs', import.meta.url), {
  workerData: Number(process.argv[2]),
  execArgv: [],
})

process.on('message', (message: GdalRequest | GdalChoice) => {
  void replyTo(message).then((reply) =>
    process.send!(reply, () => reply.kind !== 'layers' && process.exit(0)),
  )
})
