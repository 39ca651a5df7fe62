import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DomainError } from '../engine/errors.ts'
import { placeFeed } from '../platform/http/public/placed-feed.ts'
import { placeTiles } from '../platform/http/public/placed-tile-json.ts'
import type { PublicIndex, ReleaseManifest } from '../releases/index.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

/** Reads a file of the public tree; null when there is none. */
export type ReadPublic = (name: string) => Promise<Uint8Array | null>

export interface ExportOutcome {
  readonly releases: number
  readonly files: number
  readonly bytes: number
  /** Folders of releases that are published no longer, now taken away. */
  readonly removed: readonly string[]
}

const SIDES = ['', '.gz', '.br']
/** What is public of the work round places, beside the index. */
const WORK = ['notices.json', 'work.json']
const RELEASE_FOLDER = /^(19|20)\d\d(-Q[1-4])?$/

/**
 * Copies the public tree into a folder, for a web server, an object store or a CDN. A file appears whole or not at
 * all, what others lead to before what leads to it, `index.json` and the page beside it last; so the folder may be
 * served meanwhile. Every file of a release is held against the hash in its manifest.
 *
 * @param treeUrl address at which the folder is to be served, without a slash at the end: what must hold whole addresses
 *   does then; null leaves them relative, and the feed out, whose ids must be whole
 * @throws DomainError `invalid-file` when the folder holds something that is no such tree, `unprocessable` when a file
 *   does not have its hash
 */
export async function exportPublic(
  read: ReadPublic,
  directory: string,
  treeUrl: string | null = null,
): Promise<ExportOutcome> {
  await refuseForeign(directory)
  const index = parsed<PublicIndex>(await need(read, 'index.json'))
  const written = { files: 0, bytes: 0 }
  const write = async (name: string, bytes: Uint8Array) => {
    await writeWhole(join(directory, name), bytes)
    written.files++
    written.bytes += bytes.length
  }
  const writeTemporary = async (name: string) => {
    for (const side of SIDES) {
      const bytes = await read(name + side)
      if (bytes !== null) await write(name + side, bytes)
      // What was packed of an earlier copy would be served in the place of this one.
      else await rm(join(directory, name + side), { force: true })
    }
  }
  const writePlaced = async (folder: string) => {
    const name = `${folder}/tiles.json`
    if (treeUrl === null) return writeTemporary(name)
    for (const side of SIDES) await rm(join(directory, name + side), { force: true })
    await write(name, placeTiles(await need(read, name), `${treeUrl}/${folder}/`))
  }
  const feed = treeUrl === null ? null : await read('notices.atom')
  if (feed === null) await rm(join(directory, 'notices.atom'), { force: true })
  else await write('notices.atom', placeFeed(feed, `${treeUrl}/`))
  for (const name of WORK) await writeTemporary(name)
  for (const { href } of index.layers) await writeTemporary(href)
  for (const { manifest } of index.releases) {
    const folder = dirname(manifest)
    for (const file of parsed<ReleaseManifest>(await need(read, manifest)).files) {
      const bytes = await need(read, `${folder}/${file.path}`)
      if (hash('sha256', bytes) !== file.sha256)
        throw new DomainError('unprocessable', REFUSAL_MESSAGES.otherHash(`${folder}/${file.path}`))
      await write(`${folder}/${file.path}`, bytes)
    }
    await writePlaced(folder)
    await writeTemporary(manifest)
  }
  await writeTemporary('index.json')
  await writeTemporary('index.html')
  const removed = await removeWithdrawn(directory, index)
  return { releases: index.releases.length, ...written, removed }
}

async function need(read: ReadPublic, name: string): Promise<Uint8Array> {
  const bytes = await read(name)
  if (bytes === null) throw new DomainError('conflict', REFUSAL_MESSAGES.withdrawnMeanwhile(name))
  return bytes
}

const parsed = <T>(bytes: Uint8Array): T => JSON.parse(Buffer.from(bytes).toString()) as T

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.draft`
  await writeFile(draft, bytes)
  await rename(draft, path)
}

/** A folder that is new, empty, or an earlier copy: only beside our `index.json` is an `index.html` ours. */
async function refuseForeign(directory: string): Promise<void> {
  if (!existsSync(directory)) return
  const names = await readdir(directory)
  const own = ['index.json', 'notices.atom', ...WORK]
  const pages = names.includes('index.json') ? [...own, 'index.html'] : own
  const files = pages.flatMap((page) => SIDES.flatMap((side) => [page + side, `${page}${side}.draft`]))
  const known = new Set(['releases', 'layers', ...files])
  const foreign = names.filter((name) => !known.has(name))
  if (foreign.length === 0) return
  throw new DomainError('invalid-file', REFUSAL_MESSAGES.foreignFolder(directory, foreign[0]!))
}

/** Takes away what an earlier copy holds of releases that are published no longer. */
async function removeWithdrawn(directory: string, index: PublicIndex): Promise<readonly string[]> {
  const folder = join(directory, 'releases')
  if (!existsSync(folder)) return []
  const kept = new Set(index.releases.map(({ manifest }) => manifest.split('/')[1]))
  const removed: string[] = []
  for (const name of await readdir(folder)) {
    if (kept.has(name) || !RELEASE_FOLDER.test(name) || !(await isRelease(join(folder, name), name))) continue
    await rm(join(folder, name), { recursive: true })
    removed.push(name)
  }
  return removed
}

/** Whether a folder is a copy of a release, and so ours to take away; one that is half copied is, too. */
async function isRelease(folder: string, key: string): Promise<boolean> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  return manifest === null || (JSON.parse(manifest) as Partial<ReleaseManifest>).key === key
}
