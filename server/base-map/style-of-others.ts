import { z } from 'zod'
import type { BaseMapStyle } from './contract.ts'

/** Gives the text of an address. @throws when it does not come, or is too long */
export type FetchText = (url: string) => Promise<string>

/** Kinds of source that a base map may have: no picture or film that is laid over the map by its corners. */
const SOURCE_TYPES = ['vector', 'raster', 'raster-dem', 'geojson'] as const
const MAX_LAYERS = 1000

const sourceSchema = z.looseObject({
  type: z.enum(SOURCE_TYPES, `one of ${SOURCE_TYPES.join(', ')}`),
  url: z.string().optional(),
  tiles: z.array(z.string()).optional(),
  data: z.unknown().optional(),
})

const styleSchema = z.looseObject({
  version: z.literal(8, 'version must be 8'),
  sources: z.record(z.string(), sourceSchema),
  layers: z.array(z.looseObject({ id: z.string(), type: z.string() })).max(MAX_LAYERS),
  glyphs: z.string().optional(),
  sprite: z.string('sprite must be one address').optional(),
})

const tileJsonSchema = z.looseObject({ tiles: z.array(z.string()).min(1) })

type Source = z.output<typeof sourceSchema>

/** What of a TileJSON belongs into a source. */
const OF_TILE_JSON = ['minzoom', 'maxzoom', 'bounds', 'scheme', 'attribution'] as const

/**
 * A style by somebody else with every address whole and every TileJSON read, so that the page asks for tiles, glyphs and
 * pictures alone.
 *
 * @throws Error in words when it does not come or is none
 */
export async function fetchStyle(address: string, fetchText: FetchText): Promise<BaseMapStyle> {
  const style = parse(styleSchema, await fetchText(address), 'it is no MapLibre style')
  const whole = (text: string) => wholeAddress(text, address)
  const sources = await Promise.all(
    Object.entries(style.sources).map(
      async ([id, source]) => [id, await wholeSource(source, address, fetchText)] as const,
    ),
  )
  return {
    kind: 'style',
    sources: Object.fromEntries(sources),
    layers: style.layers,
    glyphs: style.glyphs === undefined ? null : whole(style.glyphs),
    sprite: style.sprite === undefined ? null : whole(style.sprite),
  }
}

/** The origins from which a style’s tiles, glyphs and pictures come. */
export function originsOf({ sources, glyphs, sprite }: BaseMapStyle): readonly string[] {
  const ofSources = Object.values(sources).flatMap(({ tiles, data }) => [
    ...(Array.isArray(tiles) ? tiles : []),
    ...(typeof data === 'string' ? [data] : []),
  ])
  const addresses = [...ofSources, glyphs, sprite].filter((text): text is string => typeof text === 'string')
  return [...new Set(addresses.map((text) => new URL(text).origin))].sort()
}

async function wholeSource({ url, ...source }: Source, base: string, fetchText: FetchText): Promise<Source> {
  const found = url === undefined ? {} : await tileJsonSource(wholeAddress(url, base), fetchText)
  const { tiles, data, ...rest } = { ...found, ...source }
  return {
    ...rest,
    ...(tiles !== undefined && { tiles: tiles.map((tile) => wholeAddress(tile, base)) }),
    ...(data !== undefined && { data: typeof data === 'string' ? wholeAddress(data, base) : data }),
  }
}

async function tileJsonSource(address: string, fetchText: FetchText) {
  const tileJson = parse(tileJsonSchema, await fetchText(address), `${address} is no TileJSON`)
  const kept = OF_TILE_JSON.filter((name) => tileJson[name] !== undefined).map((name) => [
    name,
    tileJson[name],
  ])
  return {
    ...(Object.fromEntries(kept) as object),
    tiles: tileJson.tiles.map((tile) => wholeAddress(tile, address)),
  }
}

/** Braces are of templates and stay. @throws Error for what is no http address */
function wholeAddress(text: string, base: string): string {
  if (!URL.canParse(text, base)) throw new Error(`${text} is no address`)
  const { href, protocol } = new URL(text, base)
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new Error(`${text} is no http address, and nothing else is asked`)
  return href.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

function parse<T>(schema: z.ZodType<T>, text: string, refusal: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`${refusal}: no JSON`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw new Error(`${refusal}: ${[path.join('.'), message].filter(Boolean).join(': ')}`)
}
