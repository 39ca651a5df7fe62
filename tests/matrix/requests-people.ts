import { PASSWORD, tokenOf } from '../support/serving/members.ts'
import { type RequestFactory, type RequestTable, idOf, one, plain, type Scene } from './request-table.ts'

const INVITED = { name: 'Vera Ek', role: 'planner' }

const invite = async ({ city }: Scene) => {
  const email = `guest${city.next()}@test.example`
  const { body } = await city.admin('POST', '/api/users', { body: { ...INVITED, email } })
  return { email, token: tokenOf(body.invitation.url), id: body.user.id as number }
}
const guest: RequestFactory = async (scene) => ({
  params: { id: (await one(scene, 'guest', () => invite(scene))).id },
})

/** Somebody who can sign in. */
async function memberOf(scene: Scene): Promise<string> {
  const { email, token } = await invite(scene)
  const nobody = await scene.city.as('public')
  await nobody('POST', '/api/invitations/acceptance', { body: { token, password: PASSWORD } })
  return email
}

const oneOrganisation: RequestFactory = async (scene) => {
  const { admin, next } = scene.city
  const make = async () =>
    idOf(await admin('POST', '/api/organisations', { body: { name: `Förening ${next()}`, placeIds: [] } }))
  return { params: { id: await one(scene, 'organisation', make) } }
}

const KEY = { name: 'matrix', role: 'analyst', scopes: ['map.read'] }

/** People, keys and the audit log. */
export const PEOPLE_REQUESTS: RequestTable = {
  getSession: plain,
  createSession: async (scene) => {
    const email = await one({ ...scene, spends: false }, 'member', () => memberOf(scene))
    return { body: { email, password: PASSWORD } }
  },
  deleteSession: plain,
  changePassword: () => ({ body: { current: PASSWORD, next: 'tio röda cyklar i ån' } }),
  readInvitation: async (scene) => ({ body: { token: (await invite(scene)).token } }),
  acceptInvitation: async (scene) => ({ body: { token: (await invite(scene)).token, password: PASSWORD } }),
  startOpenIdConnect: plain,
  finishOpenIdConnect: plain,
  listUsers: plain,
  inviteUser: ({ city }) => ({ body: { ...INVITED, email: `guest${city.next()}@test.example` } }),
  getUser: guest,
  updateUser: async (scene) => ({ ...(await guest(scene)), body: { name: 'Vera Berg' } }),
  resetUser: guest,
  listOrganisations: plain,
  listOwners: plain,
  createOrganisation: ({ city }) => ({ body: { name: `Förening ${city.next()}`, placeIds: [] } }),
  getOrganisation: oneOrganisation,
  replaceOrganisation: async (scene) => ({
    ...(await oneOrganisation(scene)),
    body: { name: `Förening ${scene.city.next()}`, placeIds: [] },
  }),
  listKeys: plain,
  createKey: () => ({ body: KEY }),
  revokeKey: async (scene) => {
    const make = async () => idOf(await scene.city.admin('POST', '/api/keys', { body: KEY }))
    return { params: { id: await one(scene, 'key', make) } }
  },
  listAuditEvents: plain,
}
