import { noticeFeed } from '../../notices/index.ts'
import { formatLocal } from '../../platform/http/fields/instant.ts'
import { packedFiles } from '../../platform/http/packed-files.ts'
import { entriesOf, type PublicEntry } from '../../platform/http/public/public-entry.ts'
import type { Log } from '../../platform/log.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { createCatchUp } from '../../releases/index.ts'
import type { PublicNotices } from './contract.ts'
import { publicWork, type PublicWorkDeps, shownNotices } from './public-work.ts'

/** Notices and the marked work as files in memory: made again as they change, and as days begin. */
export interface PublicWorkStore {
  entries(): ReadonlyMap<string, PublicEntry>
  /** The notices that are shown now, for the page without scripts. */
  notices(): PublicNotices['notices']
  /** Calls back when entries have changed. */
  onChange(callback: () => void): void
  /** Resolves when all changes before the call are visible. */
  refresh(): Promise<void>
}

interface Deps extends PublicWorkDeps {
  readonly zone: Zone
  readonly cityName: string | null
  /** A UUID of the city's own, which never changes. */
  readonly cityId: string
  readonly log: Log
}

const MINUTE_MS = 60_000

/** What is public of the work round places. While the database is away the last files are served. */
export function createPublicWorkStore({ zone, cityName, cityId, log, ...deps }: Deps): PublicWorkStore {
  let entries: ReadonlyMap<string, PublicEntry> = new Map()
  let shown: PublicNotices['notices'] = []
  let seen = ''
  let tell = () => {}
  const timeOf = (instant: string) =>
    formatLocal(Math.floor(Date.parse(instant) / MINUTE_MS), zone)
      .slice(0, 16)
      .replace('T', ' ')

  const remake = async () => {
    const notices = await shownNotices(deps)
    const texts = {
      'notices.json': JSON.stringify(notices),
      'notices.atom': noticeFeed(notices.notices, { cityId, cityName, timeOf }),
      'work.json': JSON.stringify(await publicWork(deps)),
    }
    const now = JSON.stringify(texts)
    if (now === seen) return
    const files = Object.entries(texts).flatMap(([name, text]) => packedFiles(name, text))
    entries = entriesOf(new Map(files.map((file) => [file.path, file])), '')
    shown = notices.notices
    seen = now
    tell()
  }

  return {
    entries: () => entries,
    notices: () => shown,
    onChange(callback) {
      tell = callback
    },
    refresh: createCatchUp(() =>
      remake().catch((error: unknown) =>
        log.warn({ reason: String(error) }, 'what is public of the work could not be read'),
      ),
    ),
  }
}
