const MAX_LIST_DEPTH = 3

/** A list that stands in the outermost objects of a document, in no other list. */
export interface OutlinedList {
  /** Names of the members on the way to it: `["result", "records"]`. */
  readonly path: readonly string[]
  /** Index behind its opening bracket. */
  readonly start: number
  /** Index of its closing bracket; null where the text ends before. */
  readonly end: number | null
  readonly holds: 'objects' | 'lists' | 'nothing' | 'values'
}

/** What the beginning of a JSON object shows of it. */
export interface JsonOutline {
  /** Its member `type`, when that is a text. */
  readonly type: string | null
  readonly members: ReadonlySet<string>
  readonly lists: readonly OutlinedList[]
  /** Index behind the object; null where the text ends before it does. */
  readonly end: number | null
}

interface Level {
  readonly opens: '{' | '['
  /** Name under which the level stands in the one above. */
  readonly name: string
}

const STRING = /"(?:[^"\\]|\\[^])*"/y
const NAMED = /\s*:\s*/y

/**
 * Looks an object over without parsing it, for its text may end anywhere.
 *
 * @param text with the object's opening brace at `from`
 */
export function outlineObject(text: string, from: number): JsonOutline {
  const levels: Level[] = []
  const lists: OutlinedList[] = []
  const open: (number | null)[] = []
  const members = new Set<string>()
  let type: string | null = null
  let name = ''
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const end = matchEnd(STRING, text, at)
      if (end === null) break
      const behind = matchEnd(NAMED, text, end)
      const isName = behind !== null && levels.at(-1)?.opens === '{'
      if (isName) name = text.slice(at + 1, end - 1)
      else if (levels.length === 1 && name === 'type') type = text.slice(at + 1, end - 1)
      if (isName && levels.length === 1) members.add(name)
      at = (isName ? behind : end) - 1
    } else if (character === '{' || character === '[') {
      levels.push({ opens: character, name })
      open.push(character === '[' && isReachable(levels) ? lists.push(listAt(text, at, levels)) - 1 : null)
      name = ''
    } else if (character === '}' || character === ']') {
      levels.pop()
      const list = open.pop() ?? null
      if (list !== null) lists[list] = { ...lists[list]!, end: at }
      if (levels.length === 0) return { type, members, lists, end: at + 1 }
    }
  }
  return { type, members, lists, end: null }
}

function isReachable(levels: readonly Level[]): boolean {
  return levels.length <= MAX_LIST_DEPTH + 1 && levels.slice(0, -1).every(({ opens }) => opens === '{')
}

function listAt(text: string, at: number, levels: readonly Level[]): OutlinedList {
  const first = /\S/.exec(text.slice(at + 1, at + 200))?.[0]
  const holds =
    first === '{'
      ? 'objects'
      : first === '['
        ? 'lists'
        : first === ']' || first === undefined
          ? 'nothing'
          : 'values'
  return { path: levels.slice(1).map(({ name }) => name), start: at + 1, end: null, holds }
}

function matchEnd(form: RegExp, text: string, at: number): number | null {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : null
}
