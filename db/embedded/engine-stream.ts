import { Duplex } from 'node:stream'
import type { EngineThread } from './engine-thread.ts'
import { createCopyInGate } from './copy-in-gate.ts'

/**
 * A socket, as far as pg can see, whose other end is the engine: so types, errors, COPY and notifications are
 * those of pg on both databases. Bytes written together (pg corks a statement) are sent as one request.
 */
export class EngineStream extends Duplex {
  readonly #thread: EngineThread
  readonly #gate = createCopyInGate()

  constructor(thread: EngineThread) {
    super()
    this.#thread = thread
    void thread.ended.then((reason) => this.destroy(reason))
  }

  connect(): this {
    setImmediate(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#send(chunk, done)
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: (error?: Error) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
    setImmediate(() => this.destroy())
  }

  #send(bytes: Uint8Array, done: (error?: Error) => void): void {
    const { received: response, request } = this.#gate.pass(bytes)
    if (response) this.push(response)
    if (!request) return done()
    const onBytes = (part: Uint8Array) => {
      const kept = this.#gate.admit(part)
      if (kept.length > 0) this.push(Buffer.from(kept.buffer, kept.byteOffset, kept.length))
    }
    this.#thread.request({ kind: 'wire', bytes: request }, onBytes).then(() => done(), done)
  }
}
