import { DomainError } from '../engine/errors.ts'
import type { BaseMapStyle } from './contract.ts'
import { fetchText } from './fetch-text.ts'
import { invalidSetting } from './invalid-setting.ts'
import { BASE_MAP_MESSAGES as MESSAGES } from './messages.ts'
import { fetchStyle, originsOf } from './style-of-others.ts'
import { openTileArchive, type TileArchive } from './tile-archive.ts'

/** What lies below the city, opened: an archive on disk, or a style by somebody else, or neither. */
export interface OpenBaseMap {
  readonly archive: TileArchive | null
  readonly style: BaseMapStyle | null
  /** Origins that the page may fetch from for it. */
  readonly origins: readonly string[]
  close(): Promise<void>
}

interface BaseMapSettings {
  readonly basemapPmtiles: string | null
  readonly basemapStyleUrl: string | null
}

export const NO_BASE_MAP: OpenBaseMap = { archive: null, style: null, origins: [], close: async () => {} }

/**
 * Opens the base map of the settings. A style that does not come is told, and the map is drawn without: a city’s own map
 * does not wait for others.
 *
 * @param demo whether the demo city runs, below which no real city may lie
 * @throws DomainError `invalid-setting` for a file that is missing or unusable, for two base maps, and for one in the demo
 */
export async function openBaseMap(
  { basemapPmtiles, basemapStyleUrl }: BaseMapSettings,
  demo: boolean,
  say: (line: string) => void,
): Promise<OpenBaseMap> {
  if (basemapPmtiles === null && basemapStyleUrl === null) return NO_BASE_MAP
  refuseInDemo(demo, basemapPmtiles === null ? 'BASEMAP_STYLE_URL' : 'BASEMAP_PMTILES')
  if (basemapPmtiles !== null && basemapStyleUrl !== null)
    throw invalidSetting('BASEMAP_STYLE_URL', '(set)', MESSAGES.oneAlone)
  if (basemapPmtiles !== null) {
    const archive = await openTileArchive(basemapPmtiles)
    return { ...NO_BASE_MAP, archive, close: () => archive.close() }
  }
  try {
    const style = await fetchStyle(basemapStyleUrl!, fetchText)
    return { ...NO_BASE_MAP, style, origins: originsOf(style) }
  } catch (error) {
    say(`BASEMAP_STYLE_URL: ${(error as Error).message}. The map is drawn without it until the next start.`)
    return NO_BASE_MAP
  }
}

function refuseInDemo(demo: boolean, name: string): void {
  if (!demo) return
  const rule = { rule: 'is not for the demo city', sv: 'är inte för demostaden' }
  throw new DomainError('invalid-setting', MESSAGES.notInDemo(name), { problems: [{ field: name, ...rule }] })
}
