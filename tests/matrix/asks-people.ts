import { type Ask, type Asks, idOf, plain, type Scene } from './ask.ts'

const PASSWORD = 'nio gröna cyklar i ån'
const INVITED = { name: 'Vera Ek', role: 'planner' }

const invite = async ({ city }: Scene) => {
  const email = `guest${city.next()}@test.example`
  const { body } = await city.admin('POST', '/api/users', { body: { ...INVITED, email } })
  const token: string = new URL(body.invitation.url).hash.replace(/^#(token=)?/, '')
  return { email, token, id: body.user.id as number }
}
const guest: Ask = async (scene) => ({ params: { id: (await invite(scene)).id } })

/** Somebody who can sign in, one for all. */
let member: Promise<string> | null = null
async function memberOf(scene: Scene): Promise<string> {
  const { email, token } = await invite(scene)
  const nobody = await scene.city.as('public')
  await nobody('POST', '/api/invitations/acceptance', { body: { token, password: PASSWORD } })
  return email
}

const oneOrganisation: Ask = async ({ city }) => {
  const body = { name: `Förening ${city.next()}`, placeIds: [] }
  return { params: { id: idOf(await city.admin('POST', '/api/organisations', { body })) } }
}

const KEY = { name: 'matrix', role: 'analyst', scopes: ['map.read'] }

/** People, keys and the trail. */
export const PEOPLE_ASKS: Asks = {
  getSession: plain,
  createSession: async (scene) => {
    member ??= memberOf(scene)
    return { body: { email: await member, password: PASSWORD } }
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
  resetUser: async (scene) => ({ params: { id: (await invite(scene)).id } }),
  listOrganisations: plain,
  createOrganisation: ({ city }) => ({ body: { name: `Förening ${city.next()}`, placeIds: [] } }),
  getOrganisation: oneOrganisation,
  replaceOrganisation: async (scene) => ({
    ...(await oneOrganisation(scene)),
    body: { name: `Förening ${scene.city.next()}`, placeIds: [] },
  }),
  listKeys: plain,
  createKey: () => ({ body: KEY }),
  revokeKey: async ({ city }) => ({
    params: { id: idOf(await city.admin('POST', '/api/keys', { body: KEY })) },
  }),
  listAuditEvents: plain,
}
