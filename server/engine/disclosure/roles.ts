/** Every role: the public, and those of accounts and keys. */
export const ROLES = [
  'public',
  'reporter',
  'partner',
  'planner',
  'coordinator',
  'analyst',
  'reader',
  'registrar',
  'admin',
] as const
export type Role = (typeof ROLES)[number]
