import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Right } from '../../server/accounts/sign-in/contract.ts'
import type { Invitation, SessionResponse, SessionApi, SessionUser } from './session-calls.ts'
import { createResource, type ResourceState } from './api/resource.ts'

/** The session: the signed-in account, and its changes while the page is open. */
export interface Session {
  readonly state: ReadonlySignal<ResourceState<SessionResponse>>
  /** Null when signed out, and until the server has responded. */
  readonly user: ReadonlySignal<SessionUser | null>
  /** True when the session expired while the page was open. */
  readonly expired: ReadonlySignal<boolean>
  /** Number of renewed sign-ins while the page was open. */
  readonly renewals: ReadonlySignal<number>
  /** Whether the server runs the demo city, which offers accounts. */
  readonly demo: ReadonlySignal<boolean>
  /** What the city is called beside the product; null for nothing. */
  readonly cityName: ReadonlySignal<string | null>
  /** The city's zone; null until the server has told it. */
  readonly timeZone: ReadonlySignal<string | null>
  /** True once the person has signed out, here or in another tab: none of their data are shown from then on. */
  readonly left: ReadonlySignal<boolean>
  load(): Promise<void>
  /** Records a 401. */
  noteUnauthenticated(): void
  /** Checks whether an expired session was renewed in another window. */
  recheck(): Promise<void>
  /** @throws RequestFailed */
  signIn(email: string, password: string): Promise<void>
  /** Ends every other session of the account. @throws RequestFailed */
  changePassword(current: string, next: string): Promise<void>
  /** The person that a one-time link invites. @throws RequestFailed */
  invitation(token: string): Promise<Invitation>
  /** @throws RequestFailed */
  acceptInvitation(token: string, password: string): Promise<void>
  /** Signs out and reloads, so that no data stay in the page. @throws RequestFailed */
  signOut(options: { readonly everywhere: boolean }): Promise<void>
  /** Reloads after a sign-out in another tab. */
  leave(): void
}

export interface SessionDeps {
  readonly api: SessionApi
  /** Reloads the page at its first address. */
  readonly startOver: () => void
  /** Tells the browser's other tabs that the person has signed out. */
  readonly notifyOtherTabs: () => void
}

/** Creates the session. */
export function createSession({ api, startOver, notifyOtherTabs }: SessionDeps): Session {
  const response = createResource<SessionResponse>()
  const expired = signal(false)
  const renewals = signal(0)
  const left = signal(false)
  const last = signal<SessionUser | null>(null)
  const user = computed(() => last.value)

  const load = async () => {
    await response.load((abort) => api.session(abort))
    const { value } = response.state.peek()
    if (value !== null) last.value = value.user
  }

  const leave = () => {
    left.value = true
    startOver()
  }

  /** After expiry only the same person continues on the page; another one starts over. */
  const renew = async () => {
    const before = last.peek()
    await response.load((abort) => api.session(abort))
    const now = response.state.peek().value?.user ?? null
    if (now === null) return
    if (before !== null && expired.peek() && (before.email !== now.email || before.role !== now.role))
      return startOver()
    batch(() => {
      if (expired.peek()) renewals.value += 1
      last.value = now
      expired.value = false
    })
  }

  return {
    state: response.state,
    user,
    expired,
    renewals,
    demo: computed(() => (response.state.value.value?.signIn.demoAccounts.length ?? 0) > 0),
    timeZone: computed(() => response.state.value.value?.timeZone ?? null),
    cityName: computed(() => response.state.value.value?.cityName ?? null),
    left,
    load,
    noteUnauthenticated: () => {
      if (last.peek() !== null) expired.value = true
    },
    recheck: renew,
    signIn: async (email, password) => {
      await api.signIn(email, password)
      await renew()
    },
    changePassword: async (current, next) => {
      await api.changePassword(current, next)
      await renew()
    },
    invitation: (token) => api.invitation(token),
    acceptInvitation: async (token, password) => {
      await api.acceptInvitation(token, password)
      await renew()
    },
    signOut: async (options) => {
      await api.signOut(options)
      notifyOtherTabs()
      leave()
    },
    leave: () => {
      if (last.peek() !== null) leave()
    },
  }
}

/** Whether the signed-in person has a right; false when signed out. */
export function may({ user }: Pick<Session, 'user'>, right: Right): boolean {
  return user.value?.rights.includes(right) ?? false
}
