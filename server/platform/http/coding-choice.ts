import Negotiator from 'negotiator'

export type ContentCoding = 'identity' | 'gzip' | 'br'

const CODINGS = ['br', 'gzip', 'identity'] as const
const MAX_REMEMBERED = 200

/** The content coding that an `Accept-Encoding` prefers of those on offer; among equals the first: brotli before gzip. */
export function contentCoding(
  acceptEncoding: string | undefined,
  offered: readonly ContentCoding[] = CODINGS,
): ContentCoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } })
  const preferred = negotiator.encoding([...offered], { preferred: [...offered] })
  return CODINGS.find((coding) => coding === preferred) ?? 'identity'
}

/** `contentCoding` with a cache, since few spellings of the header occur. */
export function createCodingChoice(): (acceptEncoding: string | undefined) => ContentCoding {
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
