/** Work items: for partners those of their own place and audience; for staff all. */
export const WORK_ROWS = `
# operation               resource  public partner planner coord analyst admin key

listMeetings              -         401    200     200     200   200     403   403
createMeeting             -         401    403     403     201   403     403   403
getMeeting                own       401    200     200     200   200     404   404
getMeeting                foreign   401    404     200     200   200     404   404
getMeeting                own-authorities 401 404  200     200   200     404   404
getMeeting                absent    401    404     404     404   404     404   404
changeMeeting             own       401    403     403     200   403     404   404
changeMeeting             absent    401    403     403     404   403     404   404
closeMeeting              own       401    403     403     200   403     404   404
closeMeeting              absent    401    403     403     404   403     404   404
getMeetingMail            own       401    403     403     200   403     404   404
getMeetingMail            absent    401    403     403     404   403     404   404
# Of the matrix no mail server is set up.
sendMeetingMail           own       401    403     403     409   403     404   404
sendMeetingMail           absent    401    403     403     404   403     404   404

getCalendarFeed           -         401    200     200     200   200     403   403
makeCalendarFeed          -         401    201     201     201   201     403   403
revokeCalendarFeed        -         401    204     204     204   204     403   403
getCalendar               -         200    200     200     200   200     200   200

listCommitments           -         401    200     200     200   200     403   403
createCommitment          -         401    201     403     201   403     403   403
changeCommitment          own       401    200     403     200   403     404   404
changeCommitment          foreign   401    404     403     200   403     404   404
changeCommitment          own-authorities 401 404  403     200   403     404   404
changeCommitment          absent    401    404     403     404   403     404   404
getCommitmentHistory      own       401    200     200     200   200     404   404
getCommitmentHistory      foreign   401    404     200     200   200     404   404
getCommitmentHistory      own-authorities 401 404  200     200   200     404   404
getCommitmentHistory      absent    401    404     404     404   404     404   404

listProblems              -         401    200     200     200   200     403   403
createProblem             -         401    201     403     201   403     403   403
changeProblem             own       401    200     403     200   403     404   404
changeProblem             foreign   401    404     403     200   403     404   404
changeProblem             own-authorities 401 404  403     200   403     404   404
changeProblem             absent    401    404     403     404   403     404   404
getProblemHistory         own       401    200     200     200   200     404   404
getProblemHistory         foreign   401    404     200     200   200     404   404
getProblemHistory         own-authorities 401 404  200     200   200     404   404
getProblemHistory         absent    401    404     404     404   404     404   404

listCauses                -         401    200     200     200   200     403   403
createCause               -         401    201     403     201   403     403   403
changeCause               own       401    200     403     200   403     404   404
changeCause               foreign   401    404     403     200   403     404   404
changeCause               own-authorities 401 404  403     200   403     404   404
changeCause               absent    401    404     403     404   403     404   404
getCauseHistory           own       401    200     200     200   200     404   404
getCauseHistory           foreign   401    404     200     200   200     404   404
getCauseHistory           own-authorities 401 404  200     200   200     404   404
getCauseHistory           absent    401    404     404     404   404     404   404

listGoals                 -         401    200     200     200   200     403   403
createGoal                -         401    201     403     201   403     403   403
changeGoal                own       401    200     403     200   403     404   404
changeGoal                foreign   401    404     403     200   403     404   404
changeGoal                own-authorities 401 404  403     200   403     404   404
changeGoal                absent    401    404     403     404   403     404   404
getGoalHistory            own       401    200     200     200   200     404   404
getGoalHistory            foreign   401    404     200     200   200     404   404
getGoalHistory            own-authorities 401 404  200     200   200     404   404
getGoalHistory            absent    401    404     404     404   404     404   404

listMeasures              -         401    200     200     200   200     403   403
createMeasure             -         401    201     403     201   403     403   403
changeMeasure             own       401    200     403     200   403     404   404
changeMeasure             foreign   401    404     403     200   403     404   404
changeMeasure             own-authorities 401 404  403     200   403     404   404
changeMeasure             absent    401    404     403     404   403     404   404
getMeasureHistory         own       401    200     200     200   200     404   404
getMeasureHistory         foreign   401    404     200     200   200     404   404
getMeasureHistory         own-authorities 401 404  200     200   200     404   404
getMeasureHistory         absent    401    404     404     404   404     404   404

listWalks                 -         401    200    200    200    200    403    403
createWalk                -         401    403    403    201    403    403    403
changeWalk                own       401    403    403    200    403    404    404
changeWalk                absent    401    403    403    404    403    404    404
getWalkHistory            own       401    200    200    200    200    404    404
getWalkHistory            foreign   401    404    200    200    200    404    404
getWalkHistory            own-authorities 401 404  200     200   200     404   404
getWalkHistory            absent    401    404    404    404    404    404    404

listWalkFindings          -         401    200    200    200    200    403    403
createWalkFinding         -         401    201    403    201    403    403    403
changeWalkFinding         own       401    200    403    200    403    404    404
changeWalkFinding         foreign   401    404    403    200    403    404    404
changeWalkFinding         own-authorities 401 404  403     200   403     404   404
changeWalkFinding         absent    401    404    403    404    403    404    404
getWalkFindingHistory     own       401    200    200    200    200    404    404
getWalkFindingHistory     foreign   401    404    200    200    200    404    404
getWalkFindingHistory     own-authorities 401 404  200     200   200     404   404
getWalkFindingHistory     absent    401    404    404    404    404    404    404
listEvidenceItems         -         401    200     200     200   200     403   403
createEvidence            -         401    201     403     201   403     403   403
changeEvidence            own       401    200     403     200   403     404   404
changeEvidence            foreign   401    404     403     200   403     404   404
changeEvidence            own-authorities 401 404  403     200   403     404   404
changeEvidence            absent    401    404     403     404   403     404   404
getEvidenceHistory        own       401    200     200     200   200     404   404
getEvidenceHistory        foreign   401    404     200     200   200     404   404
getEvidenceHistory        own-authorities 401 404  200     200   200     404   404
getEvidenceHistory        absent    401    404     404     404   404     404   404
listCitableFigures        own       401    200     200     200   200     404   404
listCitableFigures        foreign   401    404     200     200   200     404   404
listCitableFigures        absent    401    404     404     404   404     404   404

listLocalNeeds            -         401    200     200     200   200     403   403
createLocalNeed           -         401    201     403     201   403     403   403
changeLocalNeed           own       401    200     403     200   403     404   404
changeLocalNeed           foreign   401    404     403     200   403     404   404
changeLocalNeed           absent    401    404     403     404   403     404   404
getLocalNeedHistory       own       401    200     200     200   200     404   404
getLocalNeedHistory       foreign   401    404     200     200   200     404   404
getLocalNeedHistory       absent    401    404     404     404   404     404   404
findNeedsNear             -         401    200     200     200   200     403   403
# A question is of a district, which is no party's place.
listNeedQuestions         -         401    200     200     200   200     403   403
createNeedQuestion        -         401    403     201     201   201     403   403
changeNeedQuestion        own       401    403     200     200   200     404   404
changeNeedQuestion        absent    401    403     404     404   404     404   404
getNeedQuestionHistory    own       401    404     200     200   200     404   404
getNeedQuestionHistory    absent    401    404     404     404   404     404   404
listAgreements            -         401    200     200     200   200     403   403
createAgreement           -         401    403     403     201   403     403   403
changeAgreement           own       401    403     403     200   403     404   404
changeAgreement           absent    401    403     403     404   403     404   404
getAgreementHistory       own       401    200     200     200   200     404   404
getAgreementHistory       foreign   401    404     200     200   200     404   404
getAgreementHistory       absent    401    404     404     404   404     404   404
listPromises              -         401    200     200     200   200     403   403
createPromise             -         401    403     403     201   403     403   403
changePromise             own       401    403     403     200   403     404   404
changePromise             absent    401    403     403     404   403     404   404
getPromiseHistory         own       401    200     200     200   200     404   404
getPromiseHistory         foreign   401    404     200     200   200     404   404
getPromiseHistory         absent    401    404     404     404   404     404   404
listNotices               -         401    200     200     200   200     403   403
createNotice              -         401    403     403     201   403     403   403
changeNotice              own       401    403     403     200   403     404   404
changeNotice              absent    401    403     403     404   403     404   404
getNoticeHistory          own       401    200     200     200   200     404   404
getNoticeHistory          foreign   401    404     200     200   200     404   404
getNoticeHistory          own-authorities 401 404  200     200   200     404   404
getNoticeHistory          absent    401    404     404     404   404     404   404

# A draft is its party's alone. The joint picture is the coordinator's to write.
listSituationPictures     -         401    200     200     200   200     403   403
createSituationPicture    -         401    201     403     201   403     403   403
changeSituationPicture    own       401    409     403     200   403     404   404
changeSituationPicture    own-draft 401    200     403     404   403     404   404
changeSituationPicture    foreign-draft 401 404    403     404   403     404   404
changeSituationPicture    own-authorities 401 404  403     200   403     404   404
changeSituationPicture    absent    401    404     403     404   403     404   404
getSituationPictureHistory own      401    200     200     200   200     404   404
getSituationPictureHistory own-draft 401   200     404     404   404     404   404
getSituationPictureHistory foreign  401    404     200     200   200     404   404
getSituationPictureHistory absent   401    404     404     404   404     404   404
listPictureLines          -         401    200     200     200   200     403   403
createPictureLine         -         401    201     403     201   403     403   403

# A measure of the matrix has no first day: whoever may evaluate it is told so.
listEvaluations           -         401    200     200     200   200     403   403
createEvaluation          own       401    403     403     422   422     404   404
createEvaluation          absent    401    403     403     404   404     404   404
getDetectableChange       own       401    403     403     200   200     404   404
getDetectableChange       absent    401    403     403     404   404     404   404
changeEvaluation          own       401    403     403     200   200     404   404
changeEvaluation          absent    401    403     403     404   404     404   404
verifyEvaluation          own       401    403     403     200   200     404   404
verifyEvaluation          absent    401    403     403     404   404     404   404

listBoardReports          -         401    403     200     200   200     403   403
createBoardReport         -         401    403     403     201   403     403   403
changeBoardReport         own       401    404     403     200   403     404   404
changeBoardReport         absent    401    404     403     404   403     404   404
getBoardReportHistory     own       401    404     200     200   200     404   404
getBoardReportHistory     absent    401    404     404     404   404     404   404
listSteeringGoals         -         401    403     200     200   200     403   403

# Among staff for coordinators and analysts alone, and always for the authorities.
listRecordsRequests       -         401    403     403     200   200     403   403
createRecordsRequest      -         401    403     403     201   201     403   403
listRecordsRequestAreas   -         401    403     403     200   200     403   403
changeRecordsRequest      own-authorities 401    404     404     200   200     404   404
changeRecordsRequest      absent    401    404     404     404   404     404   404
getRecordsRequestHistory  own-authorities 401    404     404     200   200     404   404
getRecordsRequestHistory  absent    401    404     404     404   404     404   404
attackRecordsRequest      own-authorities 401    404     404     200   200     404   404
attackRecordsRequest      absent    401    404     404     404   404     404   404
listConsultations         -         401    200     200     200   200     403   403
createConsultation        -         401    201     403     201   403     403   403
changeConsultation        own       401    200     403     200   403     404   404
changeConsultation        foreign   401    404     403     200   403     404   404
changeConsultation        own-authorities 401 404  403     200   403     404   404
changeConsultation        absent    401    404     403     404   403     404   404
getConsultationHistory    own       401    200     200     200   200     404   404
getConsultationHistory    foreign   401    404     200     200   200     404   404
getConsultationHistory    own-authorities 401 404  200     200   200     404   404
getConsultationHistory    absent    401    404     404     404   404     404   404
listBoardCases            -         401    403     200     200   200     403   403
createBoardCase           -         401    403     403     201   403     403   403
changeBoardCase           own       401    404     403     200   403     404   404
changeBoardCase           absent    401    404     403     404   403     404   404
getBoardCaseHistory       own       401    404     200     200   200     404   404
getBoardCaseHistory       absent    401    404     404     404   404     404   404

# A key gets no letter. Of the matrix everybody's token of a letter is nobody's.
getDigest                 -         401    200     200     200   200     403   403
chooseDigest              -         401    200     200     200   200     403   403
stopDigest                -         401    204     204     204   204     403   403
stopDigestByLetter        -         404    404     404     404   404     404   404

# Read by everybody, written by coordinators; who wrote what is for whoever is signed in.
listGlossary              -         200    200     200     200   200     200   200
addGlossaryEntry          -         401    403     403     201   403     403   403
changeGlossaryEntry       there     401    403     403     200   403     403   403
changeGlossaryEntry       absent    401    403     403     404   403     403   403
getGlossaryHistory        there     401    200     200     200   200     200   200
getGlossaryHistory        absent    401    404     404     404   404     404   404

getPaper                  own       401    200     200     200   200     404   404
getPaper                  foreign   401    404     200     200   200     404   404
getPaper                  absent    401    404     404     404   404     404   404
getPaperPage              own       401    200     200     200   200     404   404
getPaperPage              foreign   401    404     200     200   200     404   404
getPaperPage              absent    401    404     404     404   404     404   404
getPaperFile              own       401    200     200     200   200     404   404
getPaperFile              foreign   401    404     200     200   200     404   404
getPaperFile              absent    401    404     404     404   404     404   404
`
