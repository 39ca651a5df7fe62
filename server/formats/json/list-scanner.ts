import { countBreaks, invalid, type JsonElement, type JsonScanner, refuseLong } from './json-scanner.ts'
import { closeOf, createNesting } from './nesting.ts'
import { JSON_MESSAGES } from '../messages/json.ts'
import type { Texts } from '../../engine/texts.ts'

const [COMMA, BRACE_OPEN, BRACKET_OPEN, BRACKET_CLOSE] = [0x2c, 0x7b, 0x5b, 0x5d]
const SHOWN = 30

/**
 * A scanner of the elements of a list in a document, beginning behind the list's opening bracket. Only nesting and
 * strings are followed; each element is left to `JSON.parse`. Memory holds one element, one chunk, and what the
 * document holds beside the list.
 *
 * @param head the document up to and with the list's opening bracket
 * @param depth objects and lists that are open in the head, the list among them
 * @param onEnvelope given the document with an empty list in the place of the full one, once it has come to its end
 * @throws DomainError `invalid-file` (from `push` and `end`) when the list holds anything but objects and lists, is cut off, or
 *   something follows the end of the document
 */
export function createListScanner(
  head: string,
  depth: number,
  onEnvelope: (document: string, records: number) => void,
): JsonScanner {
  let phase: 'elements' | 'envelope' | 'after' = 'elements'
  let buffer = ''
  let at = 0
  let elementStart = -1
  let comma = true
  let ordinal = 0
  let linesBefore = countBreaks(head, 0, head.length)
  let envelope = head
  let nesting = createNesting(0)

  const lineAt = (index: number) => linesBefore + countBreaks(buffer, 0, index) + 1

  function push(text: string): JsonElement[] {
    buffer += text
    const elements: JsonElement[] = []
    while (phase === 'elements' && at < buffer.length) readElement(elements)
    if (phase === 'envelope') readEnvelope()
    if (phase === 'after') refuseMore()
    dropRead()
    return elements
  }

  function readElement(elements: JsonElement[]): void {
    if (elementStart < 0 && !findStart()) return
    const close = closeOf(nesting, buffer, at, 0)
    at = close < 0 ? buffer.length : close
    if (close < 0) return
    elements.push({ line: ++ordinal, text: buffer.slice(elementStart, close) })
    elementStart = -1
    comma = false
  }

  /** True when the next element begins at `at`. */
  function findStart(): boolean {
    for (; at < buffer.length; at++) {
      const character = buffer.charCodeAt(at)
      if (character <= 0x20) continue
      if (character === COMMA && !comma) comma = true
      else if (character === BRACKET_CLOSE && (!comma || ordinal === 0)) {
        phase = 'envelope'
        nesting = createNesting(depth)
        return false
      } else if (comma && (character === BRACE_OPEN || character === BRACKET_OPEN)) {
        elementStart = at
        nesting = createNesting(0)
        return true
      } else throw invalid(JSON_MESSAGES.onLine(lineAt(at), faultAt(character)))
    }
    return false
  }

  function faultAt(character: number): Texts {
    if (!comma) return JSON_MESSAGES.missingComma(ordinal)
    return character === COMMA || character === BRACKET_CLOSE
      ? JSON_MESSAGES.doubleComma(ordinal)
      : JSON_MESSAGES.notAnObject(buffer.slice(at, at + SHOWN).split('\n')[0]!)
  }

  function readEnvelope(): void {
    const close = closeOf(nesting, buffer, at, 0)
    const end = close < 0 ? buffer.length : close
    envelope += buffer.slice(at, end)
    refuseLong(envelope.length)
    at = end
    if (close < 0) return
    onEnvelope(envelope, ordinal)
    phase = 'after'
  }

  function refuseMore(): void {
    const found = /\S/.exec(buffer.slice(at))
    if (found === null) {
      at = buffer.length
      return
    }
    const index = at + found.index
    const what = buffer.slice(index, index + SHOWN).split('\n')[0]!
    throw invalid(JSON_MESSAGES.followedBy(lineAt(index), what))
  }

  function dropRead(): void {
    const keepFrom = elementStart >= 0 ? elementStart : at
    refuseLong(buffer.length - keepFrom)
    linesBefore += countBreaks(buffer, 0, keepFrom)
    buffer = buffer.slice(keepFrom)
    at -= keepFrom
    if (elementStart >= 0) elementStart = 0
  }

  function end(): JsonElement[] {
    if (phase === 'after') return []
    throw invalid(JSON_MESSAGES.cutAfterRecords(lineAt(buffer.length), ordinal))
  }

  return { push, end }
}
