import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Right } from '../../server/accounts/sign-in/contract.ts'
import type { Invitation, SessionResponse, SessionApi, SessionUser } from './session-calls.ts'
import { createResource, type ResourceState } from './api/resource.ts'

/** Who is signed in, and what becomes of it while the page is open. */
export interface Session {
  readonly state: ReadonlySignal<ResourceState<SessionResponse>>
  /** Null for everybody else, and until the server has said. */
  readonly user: ReadonlySignal<SessionUser | null>
  /** True when the server has stopped knowing the person while the page was open. */
  readonly expired: ReadonlySignal<boolean>
  /** How often the person has signed in again over an open page. */
  readonly renewals: ReadonlySignal<number>
  /** Whether the demo city is behind the page: it alone offers accounts. */
  readonly demo: ReadonlySignal<boolean>
  /** True once the person has signed out, here or in another tab: nothing of theirs is shown from then on. */
  readonly left: ReadonlySignal<boolean>
  load(): Promise<void>
  /** Notes an answer that asked for signing in. */
  noteUnauthenticated(): void
  /** Looks whether an expired session has been renewed in another window. */
  recheck(): Promise<void>
  /** @throws RequestFailed */
  signIn(email: string, password: string): Promise<void>
  /** Ends every other session of the account. @throws RequestFailed */
  changePassword(current: string, next: string): Promise<void>
  /** Whom a one-time link invites. @throws RequestFailed */
  invitation(token: string): Promise<Invitation>
  /** @throws RequestFailed */
  acceptInvitation(token: string, password: string): Promise<void>
  /** Signs out and leaves the page, so that nothing of what was seen stays in it. @throws RequestFailed */
  signOut(options: { readonly everywhere: boolean }): Promise<void>
  /** Leaves the page: the person has signed out in another tab. */
  leave(): void
}

export interface SessionDeps {
  readonly api: SessionApi
  /** Begins the page anew at its first address. */
  readonly startOver: () => void
  /** Tells the browser's other tabs that the person has signed out. */
  readonly notifyOtherTabs: () => void
}

/** The state of being signed in. */
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

  /** After an expired session only the same person goes on where it was; anybody else begins anew. */
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

/** Whether the person signed in has a right; nobody has any otherwise. */
export function may({ user }: Pick<Session, 'user'>, right: Right): boolean {
  return user.value?.rights.includes(right) ?? false
}
