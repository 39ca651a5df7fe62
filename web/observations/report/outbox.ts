import { type ReadonlySignal, signal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import type { PhoneStore, Waiting } from './phone-store.ts'

/** What a phone has written, on its way to the server. */
export interface Outbox<W extends Waiting, R> {
  readonly waiting: ReadonlySignal<readonly W[]>
  readonly receipts: ReadonlySignal<readonly R[]>
  /** Why the last try to send got no answer that settles it; null after one that did. */
  readonly trouble: ReadonlySignal<RequestFailed | null>
  /** False where the browser keeps nothing beyond this page. */
  readonly lasts: boolean
  /** Keeps a report, and resolves when it is kept; it is sent from then on. */
  add(report: W): Promise<void>
  remove(reportId: string): Promise<void>
  /** Sends what waits, once no other page of this phone does. */
  flush(): Promise<void>
}

interface Deps<W extends Waiting, R> {
  readonly store: PhoneStore<W, R>
  /** Sends it; the same one again is stored once. @returns what is kept of it */
  readonly send: (report: W) => Promise<R>
  /** Does something after a while. */
  readonly later: (work: () => void, ms: number) => void
  /** Runs some work once no other page of this phone runs such. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

/** What a later try may mend: everything else is told and waits for the person. */
const PASSING: ReadonlySet<string> = new Set([
  'offline',
  'unexpected',
  'internal',
  'busy',
  'rate-limited',
  'database-unavailable',
  'deadline-exceeded',
  // Once the person has signed in again.
  'unauthenticated',
  'disk-full',
])
const PAUSE_SECONDS = 15

/** The outbox over a store, filled with what an earlier page left. */
export async function openOutbox<W extends Waiting, R>(deps: Deps<W, R>): Promise<Outbox<W, R>> {
  const { store, send, later, alone } = deps
  const waiting = signal<readonly W[]>([])
  const receipts = signal<readonly R[]>([])
  const trouble = signal<RequestFailed | null>(null)
  const look = async () => {
    waiting.value = await store.waiting()
    receipts.value = await store.receipts()
  }
  let isPlanned = false
  const again = (seconds: number) => {
    if (isPlanned) return
    isPlanned = true
    later(() => {
      isPlanned = false
      void flush()
    }, seconds * 1000)
  }

  /** Sends one; false when the others would meet the same. */
  async function sendOne(report: W): Promise<boolean> {
    try {
      const receipt = await send(report)
      await store.receive(report.reportId, receipt)
      trouble.value = null
      return true
    } catch (error) {
      const failure = asFailure(error)
      if (PASSING.has(failure.code)) {
        trouble.value = failure
        again(failure.retryAfterSeconds ?? PAUSE_SECONDS)
        // A link that is used too often holds nobody else's reports up.
        return failure.code === 'rate-limited'
      }
      await store.put({ ...report, refusal: refusalOf(failure) })
      return true
    }
  }

  async function flush(): Promise<void> {
    await alone(async () => {
      for (const report of await store.waiting()) {
        if (report.refusal !== null) continue
        const goesOn = await sendOne(report)
        await look()
        if (!goesOn) return
      }
    })
    await look()
  }

  await look()
  return {
    waiting,
    receipts,
    trouble,
    lasts: store.lasts,
    async add(report) {
      await store.put(report)
      await look()
      void flush()
    },
    async remove(reportId) {
      await store.remove(reportId)
      await look()
    },
    flush,
  }
}

const OWN_WORDS: readonly unknown[] = ['position', 'text', 'who']

/** The key of the words for a refusal: the field at fault, or else the code. */
function refusalOf({ code, problems }: RequestFailed): string {
  const field = problems[0]?.field
  return field !== undefined && OWN_WORDS.includes(field) ? field : code
}
