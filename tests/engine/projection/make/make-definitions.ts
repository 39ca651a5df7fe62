import { readFileSync, writeFileSync } from 'node:fs'
import {
  type Bounds,
  type Definitions,
  systemOf,
} from '../../../../server/engine/projection/coordinate-systems.ts'
import { createConverter } from '../../../../server/engine/projection/converter.ts'
import { metresBetween } from '../metres-between.ts'
import { inOrder, type ListedOperation } from './operation-order.ts'

/** Beyond this a system is refused, metres. */
const MAX_DISTANCE = 1

interface Listed {
  readonly register: string
  readonly proj: string
  readonly datums: {
    readonly [code: string]: { readonly operations: readonly ListedOperation[]; readonly grids: boolean }
  }
  /** Systems with heights: code of their horizontal part. */
  readonly horizontal: { readonly [code: string]: number }
  readonly systems: {
    readonly [code: string]: {
      readonly name: string
      readonly deprecated: boolean
      readonly definition: string
      readonly datum: string | null
      readonly bounds: Bounds
      /** Longitude and latitude, and where PROJ puts them. */
      readonly points: readonly (readonly [lon: number, lat: number, x: number, y: number])[]
    }
  }
}

/**
 * Writes `definitions.json` from what `list_operations.py` lists: each system whose every point comes out as PROJ has it, and
 * by name and reason what does not. See README.md.
 */
function main(from: string, to: URL): void {
  const listed = JSON.parse(readFileSync(from, 'utf8')) as Listed
  const all = definitionsOf(listed)
  const systems: { [code: string]: Definitions['systems'][string] } = {}
  const outdated: typeof systems = {}
  const refused: { [code: string]: readonly [string, string] } = {}
  for (const [code, { name, deprecated }] of Object.entries(listed.systems)) {
    const reason = reasonAgainst(code, listed, all)
    if (reason === null) (deprecated ? outdated : systems)[code] = all.systems[code]!
    else if (!deprecated) refused[code] = [name, reason]
  }
  const used = new Set(Object.values({ ...systems, ...outdated }).map(([, , datum]) => String(datum)))
  const datums = Object.fromEntries(Object.entries(all.datums).filter(([code]) => used.has(code)))
  const known = Object.entries(listed.horizontal).filter(([, code]) => code in systems)
  writeFileSync(
    to,
    written({
      ...all,
      datums,
      systems,
      deprecated: outdated,
      horizontal: Object.fromEntries(known),
      refused,
    }),
  )
}

function definitionsOf({ register, proj, datums, systems }: Listed): Definitions {
  return {
    register: `${register}, © IOGP, by PROJ ${proj} without grids`,
    datums: Object.fromEntries(
      Object.entries(datums).map(([code, { operations }]) => [code, inOrder(operations)] as const),
    ),
    systems: Object.fromEntries(
      Object.entries(systems).flatMap(([code, { name, definition, datum, bounds }]) =>
        datum === null ? [] : [[code, [name, definition, Number(datum), ...bounds]] as const],
      ),
    ),
    deprecated: {},
    horizontal: {},
    refused: {},
  }
}

function reasonAgainst(code: string, { systems, datums }: Listed, all: Definitions): string | null {
  const { points, definition, datum } = systems[code]!
  if (datum === null || definition === '' || points.length === 0)
    return 'its definition is not a plain projection'
  if (all.datums[datum]!.length === 0) {
    return datums[datum]!.grids
      ? 'positions of its datum are right with a grid file alone, which is not shipped'
      : 'no way from its datum to WGS 84 is published'
  }
  const distance = maxDistance(code, points, all)
  if (distance === null) return 'its projection is not known here'
  if (distance === Infinity) return 'for most of its area no way from its datum to WGS 84 is published'
  if (distance <= MAX_DISTANCE) return null
  return `positions would be ${distance < 1000 ? `${Math.ceil(distance)} m` : 'kilometres'} off`
}

/**
 * How far from its place any of the points comes out, metres, there and back; infinite when most of them have none, null when
 * the projection is not known.
 */
function maxDistance(
  code: string,
  points: Listed['systems'][string]['points'],
  definitions: Definitions,
): number | null {
  try {
    const converter = createConverter(systemOf(Number(code), definitions)!)
    const placed = points.filter(([lon, lat]) => Number.isFinite(converter.forward(lon, lat)[0]))
    const distances = placed.flatMap(([lon, lat, x, y]) => [
      metresBetween([lon, lat], converter.inverse(x, y)),
      metresBetween([lon, lat], converter.inverse(...converter.forward(lon, lat))),
    ])
    if (placed.length * 2 < points.length) return Infinity
    return Math.max(...distances.map((metres) => (Number.isFinite(metres) ? metres : Infinity)))
  } catch {
    return null
  }
}

/** One entry a line, so that a new register shows what it changes. */
function written({ register, ...parts }: Definitions): string {
  const blocks = Object.entries(parts).map(([part, entries]) => {
    const lines = Object.entries(entries as object).map(([code, row]) => `"${code}":${JSON.stringify(row)}`)
    return `"${part}":{\n${lines.join(',\n')}\n}`
  })
  return `{"register":${JSON.stringify(register)},\n${blocks.join(',\n')}}\n`
}

main(process.argv[2]!, new URL('../../../../server/engine/projection/definitions.json', import.meta.url))
