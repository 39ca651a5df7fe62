export const ROLES = ['public', 'partner', 'planner', 'coordinator', 'analyst', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who asks. Decides, before anything is computed, what may be asked. */
export interface Audience {
  readonly role: Role
  /** A short stable text that separates cached answers: equal keys may share an answer. */
  readonly cacheKey: string
}

/** The audience of everybody while the server binds loopback and sign-in does not exist. */
export const ANALYST: Audience = { role: 'analyst', cacheKey: 'analyst' }
