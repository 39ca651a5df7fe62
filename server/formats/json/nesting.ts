const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [BRACE_OPEN, BRACE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Follows the nesting of JSON, character by character, over strings. */
export interface Nesting {
  /** Objects and lists that are open. */
  depth: number
  inString: boolean
  escaped: boolean
}

export function createNesting(depth: number): Nesting {
  return { depth, inString: false, escaped: false }
}

/**
 * Reads on until an object or list closes that leaves `depth` at `stopAt`.
 *
 * @returns index behind what closed, or −1 when the text ends before
 */
export function closeOf(nesting: Nesting, text: string, from: number, stopAt: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (nesting.inString) {
      if (nesting.escaped) nesting.escaped = false
      else if (character === BACKSLASH) nesting.escaped = true
      else if (character === QUOTE) nesting.inString = false
    } else if (character === QUOTE) nesting.inString = true
    else if (character === BRACE_OPEN || character === BRACKET_OPEN) nesting.depth++
    else if (character === BRACE_CLOSE || character === BRACKET_CLOSE) {
      nesting.depth--
      if (nesting.depth <= stopAt) return at + 1
    }
  }
  return -1
}
