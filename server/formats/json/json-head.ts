const ARRAY_FOLLOWS = /\s*:\s*\[/y
const CUT_OFF = /\s*:?\s*$/y

/**
 * Where the elements of a FeatureCollection's `features`, or of a JSON array, begin.
 *
 * @param text the beginning of the file
 * @returns the index behind the opening bracket; `more` when the text ends before it; `none` when the file is neither
 */
export function elementsStart(text: string): number | 'more' | 'none' {
  const first = text.search(/\S/)
  if (first < 0) return 'more'
  if (text[first] === '[') return first + 1
  if (text[first] !== '{') return 'none'
  let depth = 0
  for (let at = first; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    else if (character === '"') {
      const close = stringEnd(text, at + 1)
      if (close < 0) return 'more'
      const found = depth === 1 && text.slice(at + 1, close) === 'features' ? arrayAt(text, close + 1) : null
      if (found !== null) return found
      at = close
    }
    if (depth === 0) return 'none'
  }
  return 'more'
}

function arrayAt(text: string, from: number): number | 'more' | null {
  ARRAY_FOLLOWS.lastIndex = from
  if (ARRAY_FOLLOWS.test(text)) return ARRAY_FOLLOWS.lastIndex
  CUT_OFF.lastIndex = from
  return CUT_OFF.test(text) ? 'more' : null
}

function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return -1
}
