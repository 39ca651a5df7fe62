/** What is seen at places: reported by parties and staff, worked through by coordinators. */
export const OBSERVATION_ROWS = `
# operation               resource  public partner planner coord analyst admin key

listReportPlaces          -         401    200     200     200   200     403   403
openReportLink            -         200    200     200     200   200     200   200
createObservationByLink   -         201    201     201     201   201     201   201
createObservation         -         401    201     201     201   201     403   403
getReceipt                there     200    200     200     200   200     200   200
getReceipt                absent    404    404     404     404   404     404   404
listObservations          -         401    403     403     200   403     403   403
changeObservation         there     401    404     404     200   404     404   404
changeObservation         absent    401    404     404     404   404     404   404
getObservationHistory     there     401    404     404     200   404     404   404
getObservationHistory     absent    401    404     404     404   404     404   404
getWeekPicture            own       401    200     200     200   200     404   404
getWeekPicture            foreign   401    404     200     200   200     404   404
getWeekPicture            absent    401    404     404     404   404     404   404
listReportLinks           -         401    403     403     200   403     403   403
createReportLink          -         401    403     403     201   403     403   403
revokeReportLink          there     401    404     404     200   404     404   404
revokeReportLink          absent    401    404     404     404   404     404   404
`
