const MAX_FIRST_LINE = 1024
const SEPARATOR_LINE = /^\s*"?sep=(.)"?[;,\t|]*\s*$/i

/** Text whose first line may say by which character its fields are cut: `sep=;`, which Excel writes and reads. */
export interface MarkedTexts {
  /** Null where the first line does not say it. */
  readonly delimiter: string | null
  /** All of the text, the first line too. */
  readonly texts: AsyncIterable<string>
}

/** Reads a text's first line ahead. */
export async function takeSeparatorLine(texts: AsyncIterable<string>): Promise<MarkedTexts> {
  const rest = texts[Symbol.asyncIterator]()
  let head = ''
  let ended = false
  while (!ended && head.length < MAX_FIRST_LINE && !head.includes('\n')) {
    const next = await rest.next()
    if (next.done === true) ended = true
    else head += next.value
  }
  const [first] = head.split('\n', 1)
  return { delimiter: separatorOf(first!), texts: join(head, rest) }
}

/** The character that a line of the form `sep=;` names; null for any other line. */
export function separatorOf(line: string): string | null {
  return SEPARATOR_LINE.exec(line)?.[1] ?? null
}

async function* join(head: string, rest: AsyncIterator<string>) {
  try {
    if (head !== '') yield head
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
