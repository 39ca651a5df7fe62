/** Paths of this module as OpenAPI templates. */
export const ACCOUNT_PATHS = {
  session: '/api/session',
  sessionPassword: '/api/session/password',
  invitation: '/api/invitations/lookup',
  invitationAcceptance: '/api/invitations/acceptance',
  signInWith: '/auth/openid-connect',
  signInReturn: '/auth/openid-connect/return',
  users: '/api/users',
  user: '/api/users/{id}',
  userReset: '/api/users/{id}/reset',
  organisations: '/api/organisations',
  organisation: '/api/organisations/{id}',
  owners: '/api/owners',
  keys: '/api/keys',
  key: '/api/keys/{id}',
} as const
