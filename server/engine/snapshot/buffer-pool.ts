/** Shared memory that goes back to its pool when nobody holds it. */
export interface PooledBuffer {
  readonly buffer: SharedArrayBuffer
  /** Adds a holder. */
  retain(): void
  /** Removes a holder; after the last, the memory is reused. `take` makes the first holder. */
  release(): void
}

/**
 * Shared memory that is reused. A SharedArrayBuffer that is dropped is freed only when every thread has collected it,
 * which an idle worker may never do, so none is dropped while the data keep their size.
 */
export interface BufferPool {
  /** Zeroed only when fresh: callers must write before they read. */
  take(bytes: number): PooledBuffer
  /** Bytes in use and kept for reuse. */
  stats(): { readonly usedBytes: number; readonly freeBytes: number }
}

/** Free bytes that are kept for each byte in use: room for a second base while one is being rebuilt. */
const FREE_SHARE = 1.5
const ALWAYS_KEPT_BYTES = 2 ** 20
const MIN_BYTES = 4096

/** An empty pool. */
export function createBufferPool(): BufferPool {
  const free: SharedArrayBuffer[] = []
  let usedBytes = 0
  let freeBytes = 0
  const giveBack = (buffer: SharedArrayBuffer) => {
    usedBytes -= buffer.byteLength
    freeBytes += buffer.byteLength
    free.push(buffer)
    while (freeBytes > ALWAYS_KEPT_BYTES + FREE_SHARE * usedBytes) freeBytes -= free.shift()!.byteLength
  }
  return {
    take(bytes) {
      const size = sizeClass(bytes)
      const at = free.findLastIndex(({ byteLength }) => byteLength >= size && byteLength <= size * 2)
      const reused = at === -1 ? undefined : free.splice(at, 1)[0]
      if (reused !== undefined) freeBytes -= reused.byteLength
      const buffer = reused ?? new SharedArrayBuffer(size)
      usedBytes += buffer.byteLength
      return counted(buffer, giveBack)
    },
    stats: () => ({ usedBytes, freeBytes }),
  }
}

function counted(buffer: SharedArrayBuffer, giveBack: (buffer: SharedArrayBuffer) => void): PooledBuffer {
  let holders = 1
  return {
    buffer,
    retain() {
      if (holders === 0) throw new Error('Memory was retained after it had been given back.')
      holders++
    },
    release() {
      if (holders === 0) throw new Error('Memory was released more often than retained.')
      if (--holders === 0) giveBack(buffer)
    },
  }
}

/** Sizes in steps of an eighth of a power of two, so that data that grow slowly keep their size for a while. */
function sizeClass(bytes: number): number {
  const step = Math.max(MIN_BYTES, 2 ** (Math.ceil(Math.log2(Math.max(1, bytes))) - 3))
  return Math.ceil(bytes / step) * step
}
