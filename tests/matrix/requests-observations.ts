import { linkHash, newToken } from '../../server/accounts/index.ts'
import { one, plain, type RequestFactory, type RequestTable, type Scene } from './request-table.ts'

const step = { at: '2026-03-01T12:00:00.000Z', by: 'operator', name: null }
const reportIdOf = (number: number) => number.toString(16).padStart(32, '0')
const NO_REPORT = 'f'.repeat(32)

const stored = (scene: Scene) =>
  one(scene, 'observation', async () => {
    const { observations } = scene.city.server.storage.repositories
    const reportId = reportIdOf(scene.city.next())
    const observation = { reportId, areaId: scene.city.places.own, kind: 'litter', position: null } as const
    const about = { seenAt: step.at, linkId: null, text: 'Vid bänken', reported: step }
    await observations.insert({ ...observation, ...about }, 1)
    return (await observations.findReport(reportId))!
  })

const observation =
  (body?: object): RequestFactory =>
  async (scene) => {
    const { id } = await stored(scene)
    return { params: { id }, headers: { 'if-match': '"1"' }, ...(body !== undefined && { body }) }
  }

const linkOf = async ({ city }: Scene, hash: string) => {
  const link = { areaId: city.places.own, organisationId: null, label: 'Entrén', made: step }
  return (await city.server.storage.repositories.reportLinks.insert(link, hash)).id
}

/** The token of a link that is good. */
async function tokenOf(scene: Scene): Promise<string> {
  const token = newToken()
  await linkOf(scene, linkHash(token))
  return token
}

/** What is seen at places, and the links by which it is reported. */
export const OBSERVATION_REQUESTS: RequestTable = {
  listReportPlaces: ({ city }) => ({ query: `?area=${city.places.own}` }),
  openReportLink: async (scene) => ({ body: { token: await tokenOf(scene) } }),
  createObservationByLink: async (scene) => ({
    body: { token: await tokenOf(scene), reportId: reportIdOf(scene.city.next()), kind: 'darkness' },
  }),
  createObservation: ({ city }) => ({
    body: { reportId: reportIdOf(city.next()), areaId: city.places.own, kind: 'darkness' },
  }),
  getReceipt: async (scene) => ({
    params: { reportId: scene.resource === 'absent' ? NO_REPORT : (await stored(scene)).reportId },
  }),
  listObservations: plain,
  changeObservation: observation({ state: 'fixed' }),
  getObservationHistory: observation(),
  getWeekPicture: ({ city, resource }) => ({
    params: { id: resource === 'own' ? city.places.own : city.places.foreign },
  }),
  listReportLinks: plain,
  createReportLink: ({ city }) => ({ body: { areaId: city.places.own, label: 'Entrén' } }),
  revokeReportLink: async (scene) => ({
    params: { id: await one(scene, 'report link', () => linkOf(scene, `hash ${scene.city.next()}`)) },
  }),
}
