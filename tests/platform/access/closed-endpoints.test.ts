import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../../server/app.ts'

/** What the demo city takes none of, and what waits while an import is written to the embedded database. */
const CLOSED: Readonly<Record<string, string>> = {
  addGlossaryEntry: 'maintenance',
  changeAgreement: 'maintenance',
  changeCause: 'maintenance',
  changeCommitment: 'maintenance',
  changeEvaluation: 'maintenance',
  changeEvidence: 'maintenance',
  changeGlossaryEntry: 'maintenance',
  changeGoal: 'maintenance',
  changeLocalNeed: 'maintenance',
  changeMeasure: 'maintenance',
  changeMeeting: 'maintenance',
  changeNeedQuestion: 'maintenance',
  changeNotice: 'maintenance',
  changeObservation: 'maintenance',
  changeProblem: 'maintenance',
  changeBoardReport: 'maintenance',
  changePromise: 'maintenance',
  changeRecordsRequest: 'maintenance',
  changeSituationPicture: 'maintenance',
  changeWalk: 'maintenance',
  changeWalkFinding: 'maintenance',
  chooseDigest: 'maintenance',
  closeMeeting: 'maintenance',
  stopDigest: 'maintenance',
  stopDigestByLetter: 'maintenance',
  createAgreement: 'maintenance',
  createBoardReport: 'maintenance',
  createArea: 'demo maintenance',
  createAreaImport: 'demo maintenance',
  createCamera: 'maintenance',
  createCause: 'maintenance',
  createCommitment: 'maintenance',
  createEvaluation: 'maintenance',
  createEvidence: 'maintenance',
  createFocusArea: 'maintenance',
  createGoal: 'maintenance',
  createImport: 'demo',
  createIncidents: 'demo maintenance',
  createLayerImport: 'demo maintenance',
  createLocalNeed: 'maintenance',
  createMeasure: 'maintenance',
  createMeeting: 'maintenance',
  createNeedQuestion: 'maintenance',
  createNotice: 'maintenance',
  createObservation: 'maintenance',
  createObservationByLink: 'maintenance',
  createPatrolZone: 'maintenance',
  createPictureLine: 'maintenance',
  createProblem: 'maintenance',
  createRecordsRequest: 'maintenance',
  createPromise: 'maintenance',
  createProposal: 'maintenance',
  createReportLink: 'maintenance',
  createSituationPicture: 'maintenance',
  createSource: 'demo maintenance',
  createSurveyImport: 'demo maintenance',
  createUnitCut: 'maintenance',
  createWalk: 'maintenance',
  createWalkFinding: 'maintenance',
  deleteArea: 'demo maintenance',
  deleteCamera: 'maintenance',
  deleteFocusArea: 'maintenance',
  deletePatrolZone: 'maintenance',
  deleteProposal: 'maintenance',
  eraseIncident: 'demo maintenance',
  eraseWorkText: 'demo maintenance',
  makeCalendarFeed: 'maintenance',
  patchIncident: 'demo maintenance',
  purge: 'demo maintenance',
  replaceArea: 'demo maintenance',
  replaceCamera: 'maintenance',
  replaceFocusArea: 'maintenance',
  replacePatrolZone: 'maintenance',
  replaceProposal: 'maintenance',
  replaceSource: 'demo maintenance',
  retractIncident: 'demo maintenance',
  revokeCalendarFeed: 'maintenance',
  revokeReportLink: 'maintenance',
  sendMeetingMail: 'maintenance',
  undoImport: 'demo maintenance',
  undoLayerImport: 'demo maintenance',
}

describe('the contracts of the API', () => {
  it('close real-data uploads in the demo, and layer writes under maintenance', () => {
    const closed = ENDPOINTS.filter(({ closedIn }) => closedIn.length > 0)
    expect(Object.fromEntries(closed.map(({ id, closedIn }) => [id, closedIn.join(' ')]))).toEqual(CLOSED)
  })

  it('allow a dry run of an import, which stores nothing', () => {
    const dry = (preview: string) =>
      ENDPOINTS.filter(({ isDryRun }) => isDryRun({ preview })).map(({ id }) => id)
    expect(dry('true')).toEqual(['createImport', 'createLayerImport'])
    expect(dry('false')).toEqual([])
  })
})
