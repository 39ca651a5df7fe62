import { effect } from '@preact/signals'
import type { Resource } from '../app/api/resource.ts'
import type { Session } from '../app/session.ts'
import type { Workspace } from './workspace.ts'

/** Asks again what was refused while the session had expired, once the person has signed in again. */
export function renewWith(workspace: Workspace, { renewals }: Pick<Session, 'renewals'>): void {
  const { city, surface, proposal, tileRetries } = workspace
  const asked: readonly Resource<unknown>[] = [
    city.answer,
    surface,
    proposal.check,
    proposal.review,
    proposal.saved,
  ]
  let done = renewals.peek()
  effect(() => {
    if (renewals.value === done) return
    done = renewals.value
    for (const resource of asked)
      if (resource.state.peek().failure?.code === 'unauthenticated') void resource.retry()
    tileRetries.value = tileRetries.peek() + 1
  })
}
