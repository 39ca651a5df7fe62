import { DomainError } from '../../engine/errors.ts'
import { elementsStart } from './json-head.ts'

const LONGEST_ELEMENT = 1_000_000
/** Of what stands behind the features so much is kept, characters. */
const MAX_TAIL = 100_000
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [BRACE_OPEN, BRACE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Cuts the elements of a JSON array out of text as it arrives. */
export interface ElementScanner {
  /** The texts of the elements that end in the text so far. */
  push(text: string): string[]
  /** @throws DomainError `invalid-file` when the text ended before the array did */
  end(): void
  /** The collection without its features: what stands before them and, once they are read, behind them; null when it is none. */
  collection(): unknown
}

/**
 * A scanner of the elements of `features` of a FeatureCollection, or of the file when that is an array itself. Only
 * nesting and strings are followed; each element is left to `JSON.parse`. Memory holds one element and one chunk.
 *
 * @throws DomainError `invalid-file` (from `push`) when the text is neither, holds anything but objects, or has an
 * element of more than 1,000,000 characters
 */
export function createElementScanner(): ElementScanner {
  let phase: 'head' | 'elements' | 'tail' = 'head'
  let head = ''
  let tail = ''
  let buffer = ''
  let at = 0
  /** Where the open element begins in `buffer`; −1 between elements. */
  let elementStart = -1
  let depth = 0
  let inString = false
  let escaped = false

  function push(text: string): string[] {
    if (phase === 'tail') {
      tail = (tail + text).slice(0, MAX_TAIL)
      return []
    }
    buffer += text
    if (phase === 'head') readHead()
    const elements = phase === 'elements' ? readElements() : []
    dropRead()
    if (ended()) tail = buffer.slice(0, MAX_TAIL)
    return elements
  }

  function readHead(): void {
    const start = elementsStart(buffer)
    if (start === 'none') throw invalid('The file is neither a FeatureCollection nor a JSON array.')
    if (start === 'more') return
    phase = 'elements'
    head = buffer.slice(0, start)
    at = start
  }

  function readElements(): string[] {
    const elements: string[] = []
    for (; at < buffer.length && phase === 'elements'; at++) {
      const character = buffer.charCodeAt(at)
      if (inString) readInString(character)
      else if (depth === 0) readBetween(character)
      else if (character === QUOTE) inString = true
      else if (character === BRACE_OPEN || character === BRACKET_OPEN) depth++
      else if (character === BRACE_CLOSE || character === BRACKET_CLOSE) {
        depth--
        if (depth > 0) continue
        elements.push(buffer.slice(elementStart, at + 1))
        elementStart = -1
      }
    }
    return elements
  }

  function readInString(character: number): void {
    if (escaped) escaped = false
    else if (character === BACKSLASH) escaped = true
    else if (character === QUOTE) inString = false
  }

  function readBetween(character: number): void {
    if (character === BRACKET_CLOSE) phase = 'tail'
    else if (character === BRACE_OPEN) {
      elementStart = at
      depth = 1
    } else if (character !== COMMA && character > 0x20) {
      throw invalid('The array holds something that is not an object.')
    }
  }

  function dropRead(): void {
    if (phase === 'head') refuseLong(buffer.length)
    else {
      const keepFrom = elementStart >= 0 ? elementStart : at
      refuseLong(buffer.length - keepFrom)
      buffer = buffer.slice(keepFrom)
      at -= keepFrom
      if (elementStart >= 0) elementStart = 0
    }
  }

  function ended(): boolean {
    return phase === 'tail'
  }

  function end(): void {
    if (!ended()) throw invalid('The JSON is cut off.')
  }

  return { push, end, collection: () => parsed(`${head}]${ended() ? tail : '}'}`) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function refuseLong(length: number): void {
  if (length > LONGEST_ELEMENT) throw invalid(`A feature is longer than ${LONGEST_ELEMENT} characters.`)
}

function invalid(message: string): DomainError {
  return new DomainError('invalid-file', message)
}
