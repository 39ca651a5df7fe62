export type ContentCoding = 'identity' | 'gzip' | 'br'

const MOST_HEADERS = 200

/** Picks the coding that a caller takes by his `Accept-Encoding`, remembering the few spellings of it that there are. */
export function createCodingChoice(): (header: string | undefined) => ContentCoding {
  const remembered = new Map<string, ContentCoding>()
  return (text) => {
    if (text === undefined) return 'identity'
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= MOST_HEADERS) remembered.clear()
    const choice = takes(text, 'br') ? 'br' : takes(text, 'gzip') ? 'gzip' : 'identity'
    remembered.set(text, choice)
    return choice
  }
}

/** Whether `Accept-Encoding` names a coding and does not rule it out with q=0. */
function takes(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}
