import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { EngineReply, EngineRequest, EngineStart } from './engine-messages.ts'
import { withRememberedKeys } from './remembered-keys.ts'
import { slimPostgis } from './slim-postgis.ts'
import type { StartStage } from '../client/database.ts'

/**
 * Responses are sent in parts of about this size: PostgreSQL returns 8 kB at a time, and a message for each would be
 * slow.
 */
const PART_BYTES = 512 * 1024

const port = parentPort!
const reply = (message: EngineReply) => {
  if (message.kind === 'bytes') port.postMessage(message, [message.bytes.buffer as ArrayBuffer])
  else port.postMessage(message)
}
const stage = (name: StartStage) => reply({ kind: 'stage', stage: name })

async function start({ directory, template, cacheDirectory }: EngineStart): Promise<PGlite> {
  stage(template || !directory ? 'loading' : 'creating')
  const engine = await PGlite.create({
    dataDir: directory ?? 'memory://',
    extensions: { postgis: slimPostgis(cacheDirectory) },
    ...(template ? { loadDataDir: new Blob([template as Uint8Array<ArrayBuffer>]) } : {}),
  })
  stage('extending')
  await withRememberedKeys(() => engine.exec('CREATE EXTENSION IF NOT EXISTS postgis'))
  stage('ready')
  return engine
}

async function replyWire(engine: PGlite, bytes: Uint8Array): Promise<void> {
  let parts: Uint8Array[] = []
  let length = 0
  const flush = () => {
    if (length > 0) reply({ kind: 'bytes', bytes: joined(parts, length) })
    parts = []
    length = 0
  }
  await engine.execProtocolRawStream(bytes, {
    onRawData: (part) => {
      // The part is a view of the engine's own buffer, which the next part overwrites.
      parts.push(part.slice())
      length += part.length
      if (length >= PART_BYTES) flush()
    },
  })
  flush()
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

async function response(engine: PGlite, request: EngineRequest): Promise<void> {
  if (request.kind === 'wire') await replyWire(engine, request.bytes)
  else if (request.kind === 'close') await engine.close()
  else {
    const dump = await engine.dumpDataDir('gzip')
    reply({ kind: 'bytes', bytes: new Uint8Array(await dump.arrayBuffer()) })
  }
  reply({ kind: 'answered' })
  if (request.kind === 'close') port.close()
}

try {
  const engine = await start(workerData as EngineStart)
  port.on('message', (request: EngineRequest) => void response(engine, request))
} catch (error) {
  reply({ kind: 'unstartable', message: error instanceof Error ? error.message : String(error) })
}
