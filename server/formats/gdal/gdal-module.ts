import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** What the module's memory may grow to, bytes: it begins with half of this. */
const MAX_MEMORY_BYTES = 2 ** 30
/** What a file may grow to that GDAL writes for itself, in the memory that stands for its disk. */
const MAX_SCRATCH_BYTES = 2 ** 28
/** Drivers that lead elsewhere than to the bytes that they are given. */
const SKIPPED_DRIVERS = 'VRT,OGR_VRT,WMTS,DERIVED,PMTiles,MVT,MBTiles'

/** Part of Emscripten's file system. */
interface FileSystem {
  createFile(parent: string, name: string, properties: object, read: boolean, write: boolean): FileNode
  readonly streams: { stream_ops: StreamOperations }[]
  readonly ErrnoError: new (errno: number) => Error
}
export interface FileNode {
  usedBytes: number
  stream_ops: StreamOperations
}
interface StreamOperations {
  read(stream: unknown, into: Int8Array, offset: number, length: number, position: number): number
  write(stream: unknown, from: Int8Array, offset: number, length: number): number
  mmap(): never
}

type Native = 'number' | 'string'

/** GDAL as a module of WebAssembly: its functions by their names in C, and its own file system. */
export interface GdalModule {
  readonly FS: FileSystem
  readonly MEMFS: { expandFileStorage(node: FileNode, capacity: number): void }
  readonly HEAPU32: Uint32Array
  cwrap(name: string, result: Native | null, parameters: readonly Native[]): (...given: unknown[]) => unknown
  lengthBytesUTF8(text: string): number
  stringToUTF8(text: string, at: number, maxBytes: number): void
  _malloc(bytes: number): number
}

type Initialise = (options: object) => Promise<{ readonly Module: GdalModule }>

/**
 * Loads GDAL. It sees no file of this machine: its disk is its own memory, which is bounded, and it has no way to a network.
 * To be called once in a process of its own, whose folder it changes.
 *
 * @param onError is told each line that GDAL has to say
 */
export async function loadGdal(onError: (line: string) => void): Promise<GdalModule> {
  boundMemory()
  const require = createRequire(import.meta.url)
  process.chdir(dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js')))
  const initialise = require('gdal3.js/node.js') as Initialise
  const { Module } = await initialise({
    path: '.',
    env: { GDAL_SKIP: SKIPPED_DRIVERS, CPL_ZIP_ENCODING: 'ISO-8859-1' },
    errorHandler: onError,
    logHandler: () => {},
  })
  boundScratch(Module)
  return Module
}

/** Resource limits of V8 do not bind WebAssembly; refused growth GDAL takes as any system's lack of memory. */
function boundMemory(): void {
  const memory = WebAssembly.Memory.prototype
  const grow = memory.grow
  memory.grow = function growWithin(this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65_536 > MAX_MEMORY_BYTES) throw new RangeError('memory is bounded')
    return grow.call(this, pages)
  }
}

function boundScratch({ MEMFS, FS }: GdalModule): void {
  const expand = MEMFS.expandFileStorage
  const noSpace = 51
  MEMFS.expandFileStorage = (node, capacity) => {
    if (capacity > MAX_SCRATCH_BYTES) throw new FS.ErrnoError(noSpace)
    expand(node, capacity)
  }
}

/** A list of texts as C takes them, ended by a null. */
export function stringList(module: GdalModule, texts: readonly string[]): number {
  const pointers = texts.map((text) => {
    const bytes = module.lengthBytesUTF8(text) + 1
    const at = module._malloc(bytes)
    module.stringToUTF8(text, at, bytes)
    return at
  })
  return pointerList(module, [...pointers, 0])
}

/** A list of pointers as C takes it. */
export function pointerList(module: GdalModule, pointers: readonly number[]): number {
  const at = module._malloc(pointers.length * 4)
  module.HEAPU32.set(pointers, at / 4)
  return at
}
