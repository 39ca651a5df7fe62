/** Origins as browsers write them (`https://host`, `http://host:port`), each once; undefined when any is invalid. */
export function parseOrigins(text: string): readonly string[] | undefined {
  if (text === 'none') return []
  const origins = text.split(',').map((one) => one.trim())
  return origins.every(isOrigin) ? [...new Set(origins)] : undefined
}

/** Sites that may frame a page: origins as above, or `*` for every one. */
export const FRAMING_ORIGINS = {
  rule: {
    sv: 'none, * eller en lista som https://www.example.se, https://stadsdel.example.se',
    en: 'none, * or a list such as https://www.example.se, https://district.example.se',
  },
  parse: (text: string): readonly string[] | undefined => (text === '*' ? ['*'] : parseOrigins(text)),
}

/** No wildcard, no path, no default port, no capital: browsers normalise these, so they would never match. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[^*]+$/.test(text) || !URL.canParse(text)) return false
  return new URL(text).origin === text
}
