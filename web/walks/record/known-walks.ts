import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { asFailure, type FailureCode } from '../../app/api/problem.ts'
import { type Finding, findingsOf, type Walk, type WalkCalls, type WalkPlaces } from '../walk-calls.ts'

/** What is needed to record a walk, with a line or from what came an earlier time. */
export interface KnownWalks {
  readonly walks: readonly Walk[]
  readonly ground: WalkPlaces['ground']
  /** What was found on the walk that this one repeats. */
  readonly earlier: readonly Finding[]
}

interface Found {
  readonly known: KnownWalks | null
  readonly failure: FailureCode | null
}

const KEY = 'known-walks'
/** Where asking again changes nothing. */
const SETTLED: readonly FailureCode[] = ['unauthenticated', 'forbidden']

/** The walks, and the map and earlier points of the one that is recorded; kept in the phone. */
export function useKnownWalks(calls: WalkCalls, walkId: Signal<number>): Found {
  const found = useSignal<Found>({ known: recall(walkId.peek()), failure: null })
  useEffect(() => {
    const controller = new AbortController()
    const load = async () => {
      try {
        const known = await fetchKnown(calls, walkId.value, controller.signal)
        remember(walkId.value, known)
        found.value = { known, failure: null }
      } catch (error) {
        if (controller.signal.aborted) return
        const { code } = asFailure(error)
        found.value = { known: recall(walkId.value), failure: SETTLED.includes(code) ? code : 'offline' }
      }
    }
    void load()
    const onOnline = () => void load()
    window.addEventListener('online', onOnline)
    return () => {
      controller.abort()
      window.removeEventListener('online', onOnline)
    }
  }, [walkId.value])
  return found.value
}

async function fetchKnown(calls: WalkCalls, id: number, signal: AbortSignal): Promise<KnownWalks> {
  const walks = await calls.walks(signal)
  const walk = walks.find((one) => one.id === id)
  if (walk === undefined) return { walks, ground: null, earlier: [] }
  const [{ ground }, findings] = await Promise.all([
    calls.places(walk.areaId, signal),
    calls.findings(walk.areaId, signal),
  ])
  return { walks, ground, earlier: walk.repeats === null ? [] : findingsOf(findings, walk.repeats) }
}

function recall(id: number): KnownWalks | null {
  try {
    const text = localStorage.getItem(`${KEY}:${id}`)
    return text === null ? null : (JSON.parse(text) as KnownWalks)
  } catch {
    return null
  }
}

function remember(id: number, known: KnownWalks): void {
  try {
    localStorage.setItem(`${KEY}:${id}`, JSON.stringify(known))
  } catch {
    // Full, or refused: it is asked for the next time.
  }
}
