import Negotiator from 'negotiator'

export type ContentCoding = 'identity' | 'gzip' | 'br'

const CODINGS = ['br', 'gzip', 'identity'] as const
const MAX_REMEMBERED = 200

/** The content coding that an `Accept-Encoding` prefers; among equals brotli before gzip. */
export function contentCoding(acceptEncoding: string | undefined): ContentCoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } })
  const preferred = negotiator.encoding(CODINGS, { preferred: CODINGS })
  return CODINGS.find((coding) => coding === preferred) ?? 'identity'
}

/** The same, remembering the few spellings of the header that there are. */
export function createCodingChoice(): typeof contentCoding {
  const remembered = new Map<string, ContentCoding>()
  return (acceptEncoding) => {
    if (acceptEncoding === undefined) return 'identity'
    const known = remembered.get(acceptEncoding)
    if (known !== undefined) return known
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    const choice = contentCoding(acceptEncoding)
    remembered.set(acceptEncoding, choice)
    return choice
  }
}
