import { hash } from 'node:crypto'
import { entriesOf, type PublicEntry } from './public-entry.ts'

/** Whether a file of the public tree is a TileJSON. */
export function isTileJson(name: string): boolean {
  return /(^|\/)tiles\.json$/.test(name)
}

/**
 * A TileJSON of the tree with absolute tile addresses, as clients need them. It is stored with relative ones, so that
 * the tree can be copied anywhere.
 *
 * @param name below `/public/`, as requested
 * @param treeUrl address of the tree, with a slash at the end
 */
export function placedTileJson(name: string, { identity }: PublicEntry, treeUrl: string): PublicEntry {
  const bytes = placeTiles(identity.bytes, treeUrl + name.slice(0, name.lastIndexOf('/') + 1))
  return entriesOf(new Map([[name, { bytes, sha256: hash('sha256', bytes) }]]), '').get(name)!
}

/** A stored TileJSON whose tiles lie in a folder of that address, which ends with a slash. */
export function placeTiles(tileJson: Uint8Array, folderUrl: string): Buffer {
  const stored = JSON.parse(Buffer.from(tileJson).toString()) as { readonly tiles: readonly string[] }
  return Buffer.from(JSON.stringify({ ...stored, tiles: stored.tiles.map((path) => folderUrl + path) }))
}
