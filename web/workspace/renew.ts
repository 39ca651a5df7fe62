import { effect } from '@preact/signals'
import type { Resource } from '../app/api/resource.ts'
import type { Session } from '../app/session.ts'

export interface RenewDeps {
  readonly resources: readonly Resource<unknown>[]
  readonly retryTiles: () => void
}

/** Repeats requests that failed by an expired session, after the person has signed in again. */
export function renewWith(
  { resources, retryTiles }: RenewDeps,
  { renewals }: Pick<Session, 'renewals'>,
): void {
  let done = renewals.peek()
  effect(() => {
    if (renewals.value === done) return
    done = renewals.value
    for (const resource of resources)
      if (resource.state.peek().failure?.code === 'unauthenticated') void resource.retry()
    retryTiles()
  })
}
