/** Everybody who may ask: nobody in particular, and the roles that an account or key has. */
export const ROLES = ['public', 'partner', 'planner', 'coordinator', 'analyst', 'admin'] as const
export type Role = (typeof ROLES)[number]
