const QUERY = 0x51
const COPY_DONE = 0x63
const COPY_FAIL = 0x66
const COPY_IN_RESPONSE = 0x47

/** `CopyInResponse`, binary, without columns: makes a client begin to send rows. */
const GO_AHEAD = Uint8Array.of(COPY_IN_RESPONSE, 0, 0, 0, 7, 1, 0, 0)

/**
 * Lets `COPY … FROM STDIN` through to an engine that cannot wait for input in the middle of a statement: the client
 * gets its go-ahead at once, its rows are held back, and statement and rows are sent as one request. The engine's own
 * `CopyInResponse` is dropped, because the client has had one.
 */
export function createCopyInGate() {
  let held: Uint8Array[] | null = null
  let ends = createEndFinder()
  let swallow = false

  return {
    /** Splits the client's bytes into an immediate response and a request to the engine. */
    pass(bytes: Uint8Array): { received?: Uint8Array; request?: Uint8Array } {
      if (held === null) {
        if (!isCopyIn(bytes)) return { request: bytes }
        held = [bytes]
        ends = createEndFinder()
        return { received: GO_AHEAD }
      }
      held.push(bytes)
      if (!ends(bytes)) return {}
      const request = Buffer.concat(held)
      held = null
      swallow = true
      return { request }
    },

    /** Removes the engine's own `CopyInResponse` from a response. */
    admit(part: Uint8Array): Uint8Array {
      if (!swallow) return part
      swallow = false
      if (part[0] !== COPY_IN_RESPONSE) return part
      return part.subarray(1 + new DataView(part.buffer, part.byteOffset).getUint32(1))
    },
  }
}

function isCopyIn(bytes: Uint8Array): boolean {
  if (bytes[0] !== QUERY) return false
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + 5, Math.min(bytes.length - 5, 10_000)).toString()
  return /^\s*COPY\b[\s\S]*\bFROM\s+STDIN\b/i.test(text)
}

/** Reads messages by their lengths, however they are chunked, and returns true when one has ended the COPY. */
function createEndFinder(): (bytes: Uint8Array) => boolean {
  const header = new Uint8Array(5)
  let headerLength = 0
  let bodyLeft = 0
  return (bytes) => {
    let offset = 0
    while (offset < bytes.length) {
      if (bodyLeft > 0) {
        const step = Math.min(bodyLeft, bytes.length - offset)
        bodyLeft -= step
        offset += step
        continue
      }
      header[headerLength++] = bytes[offset++]!
      if (headerLength < 5) continue
      headerLength = 0
      bodyLeft = new DataView(header.buffer).getUint32(1) - 4
      if (header[0] === COPY_DONE || header[0] === COPY_FAIL) return true
    }
    return false
  }
}
