import { countBreaks, invalid, type JsonElement, type JsonScanner, refuseLong } from './json-scanner.ts'
import { closeOf, createNesting } from './nesting.ts'
import { JSON_MESSAGES } from '../messages/json.ts'

const LINE_BREAK = /\r\n|\n|\r/
const SHOWN = 30

/** A scanner of JSON texts of which each stands on a line of its own (JSON lines, GeoJSON lines). Blank lines are passed over. */
export function createLineScanner(): JsonScanner {
  return createCutScanner('\n')
}

/** A scanner of a text sequence (RFC 8142, RFC 7464): each text begins with a record separator. */
export function createSequenceScanner(): JsonScanner {
  return createCutScanner('\x1e')
}

/** Cuts at one character; each piece is a text, with the line on which it begins. */
function createCutScanner(cut: string): JsonScanner {
  let rest = ''
  let line = 1

  function elementOf(piece: string): JsonElement[] {
    const from = piece.search(/\S/)
    const startsAt = line + (from < 0 ? 0 : countBreaks(piece, 0, from))
    line += countBreaks(piece, 0, piece.length) + (cut === '\n' ? 1 : 0)
    const text = piece.replaceAll('\x1e', '').trim()
    return text === '' ? [] : [{ line: startsAt, text }]
  }

  return {
    push(text) {
      const pieces = (rest + text).split(cut)
      rest = pieces.pop()!
      refuseLong(rest.length)
      return pieces.flatMap(elementOf)
    },
    end: () => elementOf(rest),
  }
}

/** A scanner of objects that follow each other over lines, one GeoJSON Feature for example. */
export function createObjectScanner(): JsonScanner {
  let buffer = ''
  let at = 0
  let start = -1
  let line = 1
  let nesting = createNesting(0)

  function push(text: string): JsonElement[] {
    buffer += text
    const elements: JsonElement[] = []
    for (;;) {
      if (start < 0 && !findStart()) break
      const close = closeOf(nesting, buffer, at, 0)
      at = close < 0 ? buffer.length : close
      if (close < 0) break
      elements.push({ line, text: buffer.slice(start, close) })
      line += countBreaks(buffer, start, close)
      start = -1
    }
    const keepFrom = start >= 0 ? start : at
    buffer = buffer.slice(keepFrom)
    at -= keepFrom
    if (start >= 0) start = 0
    refuseLong(buffer.length)
    return elements
  }

  function findStart(): boolean {
    const found = /\S/.exec(buffer.slice(at))
    const end = found === null ? buffer.length : at + found.index
    line += countBreaks(buffer, at, end)
    at = end
    if (found === null) return false
    if (found[0] !== '{') {
      const what = buffer.slice(at, at + SHOWN).split(LINE_BREAK)[0]
      throw invalid(JSON_MESSAGES.followedByOther(line, what!))
    }
    start = at
    nesting = createNesting(0)
    return true
  }

  return {
    push,
    end() {
      if (start >= 0) throw invalid(JSON_MESSAGES.cutInObject(line))
      return []
    },
  }
}
