import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DRAWS_TILES, MODULES, READS_FORMATS, WEB_ROOMS } from './rooms.mjs'

const BEGIN = '<!-- rooms -->'
const END = '<!-- /rooms -->'

const idOf = (room: string) => room.replaceAll('-', '_')
const node = (room: string) => `    ${idOf(room)}["${room}"]`
const arrow = (from: string, to: string) => `  ${idOf(from)} --> ${idOf(to)}`

/** Arrows that no longer way says already: what a room reaches by another room is left out. */
function shortArrows(rooms: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const reach = (room: string): ReadonlySet<string> =>
    new Set((rooms[room] ?? []).flatMap((other) => [other, ...reach(other)]))
  return Object.entries(rooms).flatMap(([room, others]) =>
    others
      .filter((other) => !others.some((between) => between !== other && reach(between).has(other)))
      .map((other) => arrow(room, other)),
  )
}

const serverDrawing = () =>
  [
    '```mermaid',
    'flowchart TB',
    '  outside["app.ts · composition · cli · demo"] -->|index.ts| modules',
    '  subgraph modules["server: the modules"]',
    ...Object.keys(MODULES).map(node),
    '  end',
    ...shortArrows(MODULES),
    ...READS_FORMATS.map((module) => arrow(module, 'formats')),
    ...DRAWS_TILES.map((module) => arrow(module, 'tiles')),
    '  db["db: the same names"] -->|repository.ts| modules',
    '  modules --> platform --> engine',
    '  formats --> engine',
    '  tiles --> engine',
    '```',
  ].join('\n')

const webDrawing = () =>
  [
    '```mermaid',
    'flowchart TB',
    '  subgraph web["web: rooms of the page"]',
    ...Object.keys(WEB_ROOMS).map(node),
    '  end',
    ...shortArrows(WEB_ROOMS),
    '  web -->|"contract.ts (types), paths.ts, messages.ts"| server["server: the modules"]',
    '```',
  ].join('\n')

/** Both pictures of rooms and arrows, as ARCHITECTURE.md holds them. */
export function drawRooms(): string {
  return [serverDrawing(), webDrawing()].join('\n\n')
}

/** A document with what stands between its marks replaced by the pictures. */
export function withDrawing(document: string): string {
  const [before, rest] = document.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`The document lacks ${BEGIN} or ${END}.`)
  return `${before}${BEGIN}\n${drawRooms()}\n${END}${after}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(import.meta.dirname, '../../ARCHITECTURE.md')
  writeFileSync(path, withDrawing(readFileSync(path, 'utf8')))
}
