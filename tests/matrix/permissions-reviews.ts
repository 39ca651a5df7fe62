/** Proposals, reviews and their documents; places and releases. */
export const REVIEW_ROWS = `
# operation               resource  public partner planner coord analyst admin key

# Proposals: seen by planners, coordinators and analysts; changed by their author and by analysts.
listProposals             -         401    403     200     200   200     403   403
createProposal            -         401    403     201     201   201     403   403
readProposalFile          -         401    403     200     200   200     403   403
getProposal               own       401    404     200     200   200     404   404
getProposal               foreign   401    404     200     200   200     404   404
getProposal               absent    401    404     404     404   404     404   404
replaceProposal           own       401    404     200     200   200     404   404
replaceProposal           foreign   401    404     403     403   200     404   404
replaceProposal           absent    401    404     404     404   404     404   404
deleteProposal            own       401    404     204     204   204     404   404
deleteProposal            foreign   401    404     403     403   204     404   404
deleteProposal            absent    401    404     404     404   404     404   404

# Reviews: read by the same, of any proposal; changed by their owner and by analysts; locked by coordinators
# and analysts who have written nothing of them.
listLatestReviews         -         401    403     200     200   200     403   403
listReviewWatches         -         401    403     200     200   200     403   403
listReviews               own       401    404     200     200   200     404   404
listReviews               foreign   401    404     200     200   200     404   404
listReviews               absent    401    404     404     404   404     404   404
openReview                own       401    404     201     201   201     404   404
openReview                foreign   401    404     201     201   201     404   404
openReview                absent    401    404     404     404   404     404   404
getReview                 own       401    404     200     200   200     404   404
getReview                 foreign   401    404     200     200   200     404   404
getReview                 absent    401    404     404     404   404     404   404
verifyReview              own       401    404     200     200   200     404   404
verifyReview              foreign   401    404     200     200   200     404   404
verifyReview              absent    401    404     404     404   404     404   404
recomputeReview           own       401    404     200     200   200     404   404
recomputeReview           foreign   401    404     403     403   200     404   404
recomputeReview           absent    401    404     404     404   404     404   404
moveReview                own       401    404     200     200   200     404   404
moveReview                foreign   401    404     403     403   200     404   404
moveReview        own-screened      401    404     403     403   403     404   404
moveReview        foreign-screened  401    404     403     200   200     404   404
moveReview                absent    401    404     404     404   404     404   404
weighReview               own       401    404     200     200   200     404   404
weighReview               foreign   401    404     403     403   200     404   404
weighReview               absent    401    404     404     404   404     404   404
getReviewChecklist        own       401    404     200     200   200     404   404
getReviewChecklist        foreign   401    404     200     200   200     404   404
getReviewChecklist        absent    401    404     404     404   404     404   404
fillReviewChecklist       own       401    404     200     200   200     404   404
fillReviewChecklist       foreign   401    404     403     403   200     404   404
fillReviewChecklist       absent    401    404     404     404   404     404   404
logConsultation           own       401    404     200     200   200     404   404
logConsultation           foreign   401    404     403     403   200     404   404
logConsultation           absent    401    404     404     404   404     404   404
listConsultationLinks     own       401    404     200     200   200     404   404
listConsultationLinks     foreign   401    404     200     200   200     404   404
listConsultationLinks     absent    401    404     404     404   404     404   404
createConsultationLink    own       401    404     201     201   201     404   404
createConsultationLink    foreign   401    404     403     403   201     404   404
createConsultationLink    absent    401    404     404     404   404     404   404
revokeConsultationLink    own       401    404     200     200   200     404   404
revokeConsultationLink    foreign   401    404     403     403   200     404   404
revokeConsultationLink    absent    401    404     404     404   404     404   404
openConsultationLink      -         200    200     200     200   200     200   200
respondByConsultationLink -         201    201     201     201   201     201   201

# Public documents and their publication: by coordinators and analysts who have
# written nothing of it, for partners of the place too.
getReviewPage             there     401    404     200     200   200     404   404
getReviewPage             absent    401    404     404     404   404     404   404
getReviewFile             there     401    404     200     200   200     404   404
getReviewFile             absent    401    404     404     404   404     404   404
getReviewArchive          there     401    404     200     200   200     404   404
getReviewArchive          absent    401    404     404     404   404     404   404
getReviewHandling         there     401    404     200     200   200     404   404
getReviewHandling         absent    401    404     404     404   404     404   404
getDocumentPreview        there     401    404     200     200   200     404   404
getDocumentPreview        absent    401    404     404     404   404     404   404
publishHandling           there     401    404     403     200   200     404   404
publishHandling           own       401    404     403     403   403     404   404
publishHandling           absent    401    404     403     404   404     404   404
withdrawHandling          there     401    404     403     200   200     404   404
withdrawHandling          absent    401    404     403     404   404     404   404
listHandlings             -         401    200     200     200   200     403   403
getHandling               own       401    200     200     200   200     404   404
getHandling               foreign   401    404     200     200   200     404   404
getHandling               absent    401    404     404     404   404     404   404
getHandlingPage           own       401    200     200     200   200     404   404
getHandlingPage           foreign   401    404     200     200   200     404   404
getHandlingPage           absent    401    404     404     404   404     404   404
getHandlingFile           own       401    200     200     200   200     404   404
getHandlingFile           foreign   401    404     200     200   200     404   404
getHandlingFile           absent    401    404     404     404   404     404   404

# Places: a partner's own, and no other; every place for staff. Coordinators make their figures public.
listPlaces                -         401    200     200     200   200     403   403
getPlace                  own       401    200     200     200   200     404   404
getPlace                  foreign   401    404     200     200   200     404   404
getPlace                  absent    401    404     404     404   404     404   404
getPlaceRelease           own       401    200     200     200   200     404   404
getPlaceRelease           foreign   401    404     200     200   200     404   404
getPlaceRelease           absent    401    404     404     404   404     404   404
publishPlace              own       401    403     403     200   403     404   404
publishPlace              foreign   401    403     403     200   403     404   404
publishPlace              absent    401    403     403     404   403     404   404
withdrawPlace             own       401    403     403     200   403     404   404
withdrawPlace             foreign   401    403     403     200   403     404   404
withdrawPlace             absent    401    403     403     404   403     404   404

# Releases: coordinators and analysts, approved by another person than the preparer.
listReleases              -         401    403     403     200   200     403   403
prepareReleases           -         401    403     403     201   201     403   403
getRelease                there     401    404     404     200   200     404   404
getRelease                absent    401    404     404     404   404     404   404
approveRelease            own       401    404     404     403   403     404   404
approveRelease            foreign   401    404     404     200   200     404   404
approveRelease            absent    401    404     404     404   404     404   404
publishRelease            there     401    404     404     200   200     404   404
publishRelease            absent    401    404     404     404   404     404   404
withdrawRelease           there     401    404     404     200   200     404   404
withdrawRelease           absent    401    404     404     404   404     404   404
discardRelease            there     401    404     404     204   204     404   404
discardRelease            absent    401    404     404     404   404     404   404
`
