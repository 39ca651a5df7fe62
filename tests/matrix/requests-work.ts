import { linkHash, newToken } from '../../server/accounts/index.ts'
import type { NewWorkItem } from '../../server/work/index.ts'
import {
  AGREEMENT,
  BOARD_CASE,
  BOARD_REPORT,
  CAUSE,
  CONSULTATION,
  FINDING,
  GOAL,
  ITEMS,
  type Kind,
  MEASURE,
  NEED,
  NOTICE,
  PICTURE,
  PROBLEM,
  PROMISE,
  WALK,
} from './work-contents.ts'
import { ABSENT, one, plain, type RequestFactory, type RequestTable, type Scene } from './request-table.ts'

const AUTHORITIES = '-authorities'
const audienceOf = ({ resource }: Scene) => (resource.endsWith(AUTHORITIES) ? 'authorities' : 'parties')
const areaOf = ({ city, resource }: Scene) =>
  resource.startsWith('own') || resource === '-' ? city.places.own : city.places.foreign

/** A work item of a place, at its first revision. */
async function stored(scene: Scene, kind: Kind): Promise<number> {
  const { state, content, partOf } = ITEMS[kind]
  const whole = partOf === undefined ? null : await stored({ ...scene, spends: false }, partOf)
  return one(scene, `${kind} ${scene.resource}`, async () => {
    const isDraft = scene.resource.endsWith('-draft')
    const insert: NewWorkItem = {
      ...(isDraft && { draftOf: await partnersOrganisation(scene) }),
      kind,
      areaId:
        kind === 'need-question' && scene.resource !== 'foreign' ? await districtOf(scene) : areaOf(scene),
      audience: audienceOf(scene),
      state: isDraft ? 'draft' : state,
      dueOn: '2026-03-12',
      partOf: whole,
      content: isDraft ? { ...content, form: 'party' } : content,
    }
    const step = { at: '2026-03-01T12:00:00.000Z', by: 'operator', name: null }
    return (await scene.city.server.storage.repositories.work.write([{ insert }], step))[0]!.id
  })
}

async function districtOf({ city }: Scene): Promise<number> {
  const { features } = (await city.analyst('GET', '/api/areas?kind=district')).body
  return features[0].id
}

async function partnersOrganisation({ city }: Scene): Promise<number> {
  const organisations = await city.server.storage.repositories.people.organisations()
  return organisations.find(({ placeIds }) => placeIds.includes(city.places.own))!.id
}

const item =
  (kind: Kind, body?: object): RequestFactory =>
  async (scene) => {
    const id = await stored(scene, kind)
    return { params: { id }, headers: { 'if-match': '"1"' }, ...(body !== undefined && { body }) }
  }

/** A new item of the partner's own place. */
const created =
  (kind: Kind, body: object): RequestFactory =>
  async (scene) => {
    const { partOf } = ITEMS[kind]
    const whole = partOf === undefined ? {} : { partOf: await stored({ ...scene, spends: false }, partOf) }
    return { body: { areaId: scene.city.places.own, ...whole, ...body } }
  }

/** An action plan of the partner's own place, of another, or of one that is not there. */
const paper: RequestFactory = async (scene) => ({
  params: { kind: 'action-plan' },
  query: `?area=${scene.resource === 'absent' ? ABSENT : areaOf(scene)}`,
})

/** The token of the coordinator’s calendar. */
async function calendarToken({ city }: Scene): Promise<string> {
  const { calendarFeeds } = city.server.storage.repositories
  const { accountId } = await city.server.people.of('coordinator')
  const token = newToken()
  await calendarFeeds.put(accountId, linkHash(token), '2026-03-01T12:00:00.000Z')
  return token
}

const glossaryEntry =
  (body?: object): RequestFactory =>
  ({ resource }) => ({
    params: { key: resource === 'there' ? 'est' : 'nothing' },
    headers: { 'if-match': '"0"' },
    ...(body !== undefined && { body }),
  })

/** Meetings and commitments; problems, causes, goals and measures; boards' reports and papers. */
export const WORK_REQUESTS: RequestTable = {
  listMeetings: plain,
  createMeeting: created('meeting', { forum: 'place', heldOn: '2026-03-12' }),
  getMeeting: item('meeting'),
  changeMeeting: item('meeting', { heldOn: '2026-03-13' }),
  closeMeeting: item('meeting', { nextOn: null }),
  getMeetingMail: item('meeting'),
  sendMeetingMail: item('meeting'),
  getCalendarFeed: plain,
  makeCalendarFeed: plain,
  revokeCalendarFeed: plain,
  getCalendar: async (scene) => ({ query: `?token=${await calendarToken(scene)}` }),
  listCommitments: plain,
  createCommitment: created('commitment', { what: 'Byt lampor', who: 'Trafikkontoret' }),
  changeCommitment: item('commitment', { done: true }),
  getCommitmentHistory: item('commitment'),
  listProblems: plain,
  createProblem: created('problem', PROBLEM),
  changeProblem: item('problem', { title: 'Bråk' }),
  getProblemHistory: item('problem'),
  listCauses: plain,
  createCause: created('cause', CAUSE),
  changeCause: item('cause', { why: 'Skymt' }),
  getCauseHistory: item('cause'),
  listGoals: plain,
  createGoal: created('goal', GOAL),
  changeGoal: item('goal', { what: 'Färre' }),
  getGoalHistory: item('goal'),
  listMeasures: plain,
  createMeasure: created('measure', MEASURE),
  changeMeasure: item('measure', { title: 'Belysning' }),
  getMeasureHistory: item('measure'),
  listWalks: plain,
  createWalk: created('walk', { dueOn: '2026-03-12', ...WALK }),
  changeWalk: item('walk', { light: 'dusk' }),
  getWalkHistory: item('walk'),
  listWalkFindings: plain,
  createWalkFinding: created('finding', FINDING),
  changeWalkFinding: item('finding', { response: 'Byts på måndag' }),
  getWalkFindingHistory: item('finding'),
  listEvidenceItems: plain,
  createEvidence: created('evidence', { pointer: { kind: 'document', address: 'dnr 2026/12' } }),
  changeEvidence: item('evidence', { text: 'Ljusmätning' }),
  getEvidenceHistory: item('evidence'),
  listCitableFigures: (scene) => ({ params: { id: areaOf(scene) } }),
  listLocalNeeds: plain,
  createLocalNeed: created('local-need', NEED),
  changeLocalNeed: item('local-need', { sentence: 'Ljus' }),
  getLocalNeedHistory: item('local-need'),
  findNeedsNear: ({ city }) => ({ body: { geometry: city.ground.own } }),
  listNeedQuestions: plain,
  createNeedQuestion: async (scene) => ({ body: { areaId: await districtOf(scene), proposalId: 1 } }),
  changeNeedQuestion: async (scene) => ({
    ...(await item('need-question', { state: 'answered', reply: 'Inga behov' })(scene)),
  }),
  getNeedQuestionHistory: item('need-question'),
  listAgreements: plain,
  createAgreement: created('agreement', AGREEMENT),
  changeAgreement: item('agreement', { yearlyPlan: 'Två träffar' }),
  getAgreementHistory: item('agreement'),
  listPromises: plain,
  createPromise: created('promise', PROMISE),
  changePromise: item('promise', { where: 'Torget' }),
  getPromiseHistory: item('promise'),
  listNotices: plain,
  createNotice: created('notice', NOTICE),
  changeNotice: item('notice', { title: 'Släckt lampa' }),
  getNoticeHistory: item('notice'),
  listSituationPictures: plain,
  createSituationPicture: ({ city, who }) => ({
    body: {
      areaId: city.places.own,
      ...PICTURE,
      ...(who === 'partner' ? { form: 'party', state: 'draft' } : { form: 'joint' }),
    },
  }),
  changeSituationPicture: item('situation-picture', { needs: 'Ljus' }),
  getSituationPictureHistory: item('situation-picture'),
  listPictureLines: plain,
  createPictureLine: created('picture-line', { heading: 'needs', text: 'Mer ljus', party: 'Handlarna' }),
  listEvaluations: plain,
  createEvaluation: item('measure', { group: 'order' }),
  getDetectableChange: async (scene) => ({ ...(await item('measure')(scene)), query: '?group=order' }),
  changeEvaluation: item('evaluation', { state: 'continue' }),
  verifyEvaluation: item('evaluation'),
  listBoardReports: plain,
  createBoardReport: created('board-report', BOARD_REPORT),
  changeBoardReport: item('board-report', { board: 'Stadsdelsnämnden' }),
  getBoardReportHistory: item('board-report'),
  listRecordsRequests: plain,
  createRecordsRequest: ({ city }) => ({
    body: { areaId: city.places.own, wanted: 'Anmälda stölder', receivedOn: '2026-01-20' },
  }),
  listRecordsRequestAreas: plain,
  changeRecordsRequest: item('records-request', { handedOut: 'Listan' }),
  getRecordsRequestHistory: item('records-request'),
  attackRecordsRequest: item('records-request'),
  listConsultations: plain,
  createConsultation: created('consultation', CONSULTATION),
  changeConsultation: item('consultation', { said: 'Mer ljus' }),
  getConsultationHistory: item('consultation'),
  listBoardCases: plain,
  createBoardCase: created('board-case', BOARD_CASE),
  changeBoardCase: item('board-case', { summary: 'Kort sagt' }),
  getBoardCaseHistory: item('board-case'),
  listSteeringGoals: async () => ({ query: '?year=2026' }),
  getDigest: plain,
  chooseDigest: () => ({ body: { language: 'sv' } }),
  stopDigest: plain,
  stopDigestByLetter: () => ({ query: `?token=${'A'.repeat(43)}` }),
  listGlossary: plain,
  addGlossaryEntry: ({ who }) => ({
    body: {
      kind: 'term',
      sv: { name: `ord av ${who}`, text: 'Ett ord.' },
      en: { name: 'word', text: 'A word.' },
    },
  }),
  changeGlossaryEntry: glossaryEntry({
    sv: { name: 'EST', text: 'Samordning.' },
    en: { name: 'EST', text: 'Co-ordination.' },
  }),
  getGlossaryHistory: glossaryEntry(),
  getPaper: paper,
  getPaperPage: paper,
  getPaperFile: paper,
}
