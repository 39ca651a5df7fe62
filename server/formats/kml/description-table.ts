const ROW = /<tr\b[^>]*>([\s\S]*?)<\/tr>/gi
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi
const BOLD_LINE = /<(b|strong)>([^<]{1,100}?):?<\/\1>\s*:?\s*([^<]{1,500})(?:<br|<\/|$)/gi
const MAX_LENGTH = 100_000
const MAX_NAME = 100
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * The attributes that a program wrote as HTML into the description of a place, since it had no better room for them: rows of a
 * table with a name and a value, or lines `<b>name:</b> value`. Empty where there are none.
 */
export function descriptionTable(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (html.length > MAX_LENGTH) return found
  for (const [, row] of html.matchAll(ROW)) {
    if (/<table\b/i.test(row!)) continue
    const cells = [...row!.matchAll(CELL)].map(([, cell]) => plain(cell!))
    if (cells.length === 2) keep(found, cells[0]!, cells[1]!)
  }
  if (found.size === 0)
    for (const [, , name, value] of html.matchAll(BOLD_LINE)) keep(found, plain(name!), plain(value!))
  return found
}

function keep(found: Map<string, string>, name: string, value: string): void {
  const title = name.replace(/\s*:$/, '')
  if (title !== '' && title.length <= MAX_NAME && !found.has(title)) found.set(title, value)
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : undefined
}
