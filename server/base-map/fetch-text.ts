import type { FetchText } from './style-of-others.ts'

const MAX_BYTES = 4 * 2 ** 20
const DEADLINE_MS = 5000

/** Texts from elsewhere, of at most 4 MB and within 5 s. */
export const fetchText: FetchText = async (url) => {
  const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE_MS) })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Error(`${url} is larger than 4 MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
