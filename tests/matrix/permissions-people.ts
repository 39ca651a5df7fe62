/** People, keys and the audit log. */
export const PEOPLE_ROWS = `
# operation               resource  public partner planner coord analyst admin key

# Sign-in and sign-out are public. The tests' accounts have no password to change, and keys never have one.
getSession                -         200    200     200     200   200     200   200
createSession             -         200    200     200     200   200     200   200
deleteSession             -         204    204     204     204   204     204   204
readInvitation            -         200    200     200     200   200     200   200
acceptInvitation          -         200    200     200     200   200     200   200
changePassword            -         401    409     409     409   409     409   403

# No provider is configured here, so these paths are not found.
startOpenIdConnect        -         404    404     404     404   404     404   404
finishOpenIdConnect       -         404    404     404     404   404     404   404

# People, keys and the audit log: administrators.
listUsers                 -         401    403     403     403   403     200   403
inviteUser                -         401    403     403     403   403     201   403
listOrganisations         -         401    403     403     403   403     200   403
listOwners                -         401    200     200     200   200     403   403
createOrganisation        -         401    403     403     403   403     201   403
listKeys                  -         401    403     403     403   403     200   403
createKey                 -         401    403     403     403   403     201   403
listAuditEvents           -         401    403     403     403   403     200   403
getUser                   there     401    404     404     404   404     200   404
getUser                   absent    401    404     404     404   404     404   404
updateUser                there     401    404     404     404   404     200   404
updateUser                absent    401    404     404     404   404     404   404
resetUser                 there     401    404     404     404   404     200   404
resetUser                 absent    401    404     404     404   404     404   404
getOrganisation           there     401    404     404     404   404     200   404
getOrganisation           absent    401    404     404     404   404     404   404
replaceOrganisation       there     401    404     404     404   404     200   404
replaceOrganisation       absent    401    404     404     404   404     404   404
revokeKey                 there     401    404     404     404   404     200   404
revokeKey                 absent    401    404     404     404   404     404   404
`
