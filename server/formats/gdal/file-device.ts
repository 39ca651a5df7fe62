import { readSync, writeSync } from 'node:fs'
import type { GdalModule } from './gdal-module.ts'

const READ_ONLY_FILE_SYSTEM = 69
const NOT_MAPPABLE = 43
const WAIT_MS = 5

/**
 * Puts an open file of this process into GDAL's own file system, to be read from any place on.
 *
 * @returns its path there
 */
export function mountFile(
  { FS }: GdalModule,
  { fd, byteLength, extension }: { fd: number; byteLength: number; extension: string },
): string {
  const name = `upload.${extension}`
  const node = FS.createFile('/input', name, {}, true, false)
  node.usedBytes = byteLength
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream, into, offset, length, position) {
      if (position >= byteLength) return 0
      return readSync(fd, into, offset, Math.min(length, byteLength - position), position)
    },
    write() {
      throw new FS.ErrnoError(READ_ONLY_FILE_SYSTEM)
    },
    mmap() {
      throw new FS.ErrnoError(NOT_MAPPABLE)
    },
  }
  return `/input/${name}`
}

/** Sends what GDAL writes to its standard output to an open pipe of this process; whoever reads slowly holds it up. */
export function pipeOutput({ FS }: GdalModule, fd: number): void {
  const output = FS.streams[1]!
  output.stream_ops = {
    ...output.stream_ops,
    write(_stream, from, offset, length) {
      for (let done = 0; done < length; ) done += writeSome(fd, from, offset + done, length - done)
      return length
    },
  }
}

function writeSome(fd: number, from: Int8Array, offset: number, length: number): number {
  for (;;) {
    try {
      return writeSync(fd, from, offset, length)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    }
  }
}
