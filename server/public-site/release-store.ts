import { DomainError } from '../engine/errors.ts'
import type { Log } from '../platform/log.ts'
import { entriesOf, type PublicEntry } from '../platform/http/public/public-entry.ts'
import {
  createCatchUp,
  type ReleaseFile,
  type ReleaseRepository,
  type ServedRelease,
} from '../releases/index.ts'

/** The files of published releases: those of the newest in memory, the others read on request. */
export interface ReleaseStore {
  /** Releases that are published now, newest period first. */
  published(): readonly ServedRelease[]
  /** Applies publications and withdrawals before the call. */
  refresh(): Promise<void>
  /** Calls back on changes; for a withdrawal before anything new is read. */
  onChange(callback: () => void): void
  /** Entries in memory, by name below `/public/`. */
  entries(): ReadonlyMap<string, PublicEntry>
  /** `gone` below the folder of a withdrawn release, `elsewhere` below that of one that is not in memory. */
  stateOf(name: string): 'gone' | 'elsewhere' | 'absent'
  /** A file that is not in memory. @throws DomainError `busy` when too many are being read */
  read(name: string): Promise<PublicEntry | null>
}

interface Deps {
  readonly releases: Pick<ReleaseRepository, 'served' | 'files' | 'file'>
  readonly log: Log
  /** Memory that files may take, bytes. */
  readonly maxBytes: number
}

const FOLDER = /^releases\/([^/]+)\/(.+)$/
const MAX_CONCURRENT_READS = 16

interface Volume {
  readonly release: ServedRelease
  /** Null while it is not in memory. */
  readonly entries: ReadonlyMap<string, PublicEntry> | null
  readonly bytes: number
}

/** Serves releases from memory, others from the database. Loaded ones need no database. */
export function createReleaseStore({ releases, log, maxBytes }: Deps): ReleaseStore {
  let volumes = new Map<string, Volume>()
  let entries: ReadonlyMap<string, PublicEntry> = new Map()
  let seen = ''
  let reads = 0
  let tell = () => {}

  const load = async (release: ServedRelease, room: number): Promise<Volume> => {
    const files = new Map<string, ReleaseFile>()
    let bytes = 0
    for await (const file of releases.files(release.id)) {
      bytes += file.bytes.length
      if (bytes > room) {
        log.info(
          { release: release.key },
          'a release is served from the database: there is no memory left for it',
        )
        return { release, entries: null, bytes: 0 }
      }
      files.set(file.path, file)
    }
    return { release, entries: entriesOf(files, `releases/${release.path}/`), bytes }
  }

  const shelve = (next: Map<string, Volume>) => {
    volumes = next
    entries = new Map([...next.values()].flatMap((volume) => [...(volume.entries ?? [])]))
  }

  /** Withdrawn releases are removed at once, before anything new is read. */
  const withdraw = (served: readonly ServedRelease[]) => {
    const kept = served.map((release) => {
      const volume = volumes.get(release.path)
      const stays = release.state === 'published' && volume !== undefined
      return { release, entries: stays ? volume.entries : null, bytes: stays ? volume.bytes : 0 }
    })
    shelve(new Map(kept.map((volume) => [volume.release.path, volume])))
  }

  const refresh = createCatchUp(async () => {
    const served = newestFirst(await releases.served())
    const now = served.map(({ id, state }) => `${id}:${state}`).join()
    if (now === seen) return
    withdraw(served)
    tell()
    let room = maxBytes
    for (const release of served) {
      if (release.state === 'withdrawn') continue
      const before = volumes.get(release.path)
      const stays = before !== undefined && before.entries !== null && before.bytes <= room
      const volume = stays ? before : await load(release, room)
      room -= volume.bytes
      shelve(new Map(volumes).set(release.path, volume))
    }
    seen = now
    tell()
  })

  return {
    published: () =>
      [...volumes.values()].map(({ release }) => release).filter(({ state }) => state === 'published'),
    refresh,
    onChange(callback) {
      tell = callback
    },
    entries: () => entries,
    stateOf(name) {
      const volume = volumes.get(FOLDER.exec(name)?.[1] ?? '')
      if (volume === undefined) return 'absent'
      if (volume.release.state === 'withdrawn') return 'gone'
      return volume.entries === null ? 'elsewhere' : 'absent'
    },
    async read(name) {
      const [, path, file] = FOLDER.exec(name)!
      const { id } = volumes.get(path!)!.release
      if (reads >= MAX_CONCURRENT_READS)
        throw new DomainError('busy', 'Too many files are being read.', { retryAfterSeconds: 1 })
      reads++
      try {
        const found = new Map<string, ReleaseFile>()
        for (const each of [file!, `${file}.gz`, `${file}.br`]) {
          const stored = await releases.file(id, each)
          if (stored !== null) found.set(each, stored)
        }
        return entriesOf(found, name.slice(0, -file!.length)).get(name) ?? null
      } finally {
        reads--
      }
    },
  }
}

/** By period, newest first, so that the most read are in memory. Years before their quarters. */
function newestFirst(served: readonly ServedRelease[]): readonly ServedRelease[] {
  const order = ({ key }: ServedRelease) => (key.includes('-') ? key : `${key}-Q9`)
  return served.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))
}
