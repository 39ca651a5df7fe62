import { hash } from 'node:crypto'
import { entriesOf, type PublicEntry } from './public-entry.ts'

/** Stands for the address of the tree in a stored feed. Text of others cannot hold it: their `&` is escaped. */
export const TREE_URL = '&tree;'

/** Whether a file of the public tree is an Atom feed. */
export function isFeed(name: string): boolean {
  return name.endsWith('.atom')
}

/**
 * A feed of the tree with whole addresses, which its ids must be.
 *
 * @param name below `/public/`, as requested
 * @param treeUrl address of the tree, with a slash at the end
 */
export function placedFeed(name: string, { identity }: PublicEntry, treeUrl: string): PublicEntry {
  const bytes = placeFeed(identity.bytes, treeUrl)
  return entriesOf(new Map([[name, { bytes, sha256: hash('sha256', bytes) }]]), '').get(name)!
}

/** A stored feed whose tree is at that address, which ends with a slash. */
export function placeFeed(feed: Uint8Array, treeUrl: string): Buffer {
  return Buffer.from(
    Buffer.from(feed)
      .toString()
      .replaceAll(TREE_URL, () => escaped(treeUrl)),
  )
}

const escaped = (url: string) =>
  url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
