import type { Clock } from '../../clock.ts'
import type { PublicBytes, PublicEntry } from './public-entry.ts'
import { matchesTag } from '../entity-tag.ts'
import { bytesFor, commonHeaders, fullHeaders } from './public-answer.ts'
import type { PublicHead } from './request-head.ts'
import type { PublicTree } from './public-tree.ts'

/** Answers as they go over the wire. */
export interface ReadyAnswers {
  /** The bytes of an answer, one or two runs; null when the file is not in memory. */
  answer(head: PublicHead): readonly Buffer[] | null
  /** Answers given so far. */
  answered(): number
}

/** Up to here head and body lie in one run of bytes, so that one write sends them. */
const ONE_RUN_BYTES = 64 * 1024
/** Then all are dropped: at 10 kB each some twenty megabytes. */
const MOST_READY = 2000

/** An answer's bytes as of one second; after that it is made anew, for those on their way must not change. */
interface Made {
  second: number
  runs: readonly Buffer[]
}

interface Ready {
  readonly variant: PublicBytes
  readonly fullHead: string
  readonly unchangedHead: string
  readonly full: Made
  readonly unchanged: Made
}

/**
 * Keeps the answers of files that are asked for, whole, with status line, headers and body. Each is put together once
 * a second at most, for the `Date` in it; measured on tiles of 10 kB this leaves one look-up and one write a request.
 *
 * @param keepAliveSeconds how long a connection may rest, as the answers tell
 */
export function createReadyAnswers({
  tree,
  clock,
  keepAliveSeconds,
}: {
  readonly tree: Pick<PublicTree, 'find' | 'generation'>
  readonly clock: Clock
  readonly keepAliveSeconds: number
}): ReadyAnswers {
  const staying = ['Connection', 'keep-alive', 'Keep-Alive', `timeout=${keepAliveSeconds}`]
  let generation = -1
  let ready = new Map<PublicBytes, Ready>()
  let second = -1
  let answered = 0
  let date = ''

  const tick = () => {
    const now = Math.floor(clock.nowMs() / 1000)
    if (now === second) return
    second = now
    date = new Date(now * 1000).toUTCString()
  }

  const readyOf = (entry: PublicEntry, variant: PublicBytes): Ready => {
    const known = ready.get(variant)
    if (known !== undefined) return known
    const made: Ready = {
      variant,
      fullHead: headText(fullHeaders(entry, variant), staying),
      unchangedHead: headText(commonHeaders(entry, variant), staying),
      full: { second: -1, runs: [] },
      unchanged: { second: -1, runs: [] },
    }
    if (ready.size >= MOST_READY) ready.clear()
    ready.set(variant, made)
    return made
  }

  const runsOf = (made: Made, status: string, head: string, body: Buffer): readonly Buffer[] => {
    if (made.second === second) return made.runs
    const start = Buffer.from(`HTTP/1.1 ${status}\r\nDate: ${date}\r\n${head}`, 'latin1')
    made.second = second
    made.runs = body.length > ONE_RUN_BYTES ? [start, body] : [Buffer.concat([start, body])]
    return made.runs
  }

  return {
    answer({ name, coding, ifNoneMatch }) {
      if (generation !== tree.generation()) {
        generation = tree.generation()
        ready = new Map()
      }
      const found = tree.find(name)
      if (found.kind !== 'entry') return null
      tick()
      answered++
      const { variant, fullHead, unchangedHead, full, unchanged } = readyOf(
        found.entry,
        bytesFor(found.entry, coding),
      )
      return ifNoneMatch !== undefined && matchesTag(ifNoneMatch, variant.etag)
        ? runsOf(unchanged, '304 Not Modified', unchangedHead, NOTHING)
        : runsOf(full, '200 OK', fullHead, variant.bytes)
    },
    answered: () => answered,
  }
}

const NOTHING = Buffer.alloc(0)

function headText(headers: readonly string[], staying: readonly string[]): string {
  const all = [...headers, ...staying]
  let text = ''
  for (let at = 0; at < all.length; at += 2) text += `${all[at]}: ${all[at + 1]}\r\n`
  return `${text}\r\n`
}
