/** Weak comparison of `If-None-Match`, RFC 9110 §13.1.2: a proxy that recodes an answer marks its tag as weak. */
export function matchesTag(header: string, etag: string): boolean {
  if (header === etag) return true
  return header.split(',').some((given) => {
    const tag = given.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}
