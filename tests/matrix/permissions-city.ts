/** The map, its layers, incidents and sources. */
export const CITY_ROWS = `
# operation               resource  public partner planner coord analyst admin key

# Public, except metrics.
getHealth                 -         200    200     200     200   200     200   200
getReadiness              -         200    200     200     200   200     200   200
getMetrics                -         401    403     403     403   403     200   403
getOpenApi                -         200    200     200     200   200     200   200
getCategories             -         200    200     200     200   200     200   200
# The base map is public; without tiles: 204.
getBaseMap                -         200    200     200     200   200     200   200
getBaseMapTile            there     200    200     200     200   200     200   200
getBaseMapTile            absent    204    204     204     204   204     204   204

# Commands on the machine only.
purge                     -         401    403     403     403   403     403   403
takeBackup                -         401    403     403     403   403     403   403
eraseIncident             there     401    404     404     404   404     404   404
eraseIncident             absent    401    404     404     404   404     404   404
eraseWorkText             there     401    404     404     404   404     404   404
eraseWorkText             absent    401    404     404     404   404     404   404

# The map. Closed layers are not found; points are for analysts. Views are not drawn at low zooms: 204.
getLayers                 -         401    200     200     200   200     200   403
getMap                    -         401    200     200     200   200     200   403
search                    -         401    200     200     200   200     200   403
getTileJson               context   401    200     200     200   200     200   404
getTileJson               areas     401    200     200     200   200     200   404
getTileJson               focus-areas 401    200     200     200   200     200   404
getTileJson               patrol-zones 401    404     200     200   200     200   404
getTileJson               cameras   401    404     200     200   200     200   404
getTileJson               camera-views 401    404     200     200   200     200   404
getTileJson               proposals 401    404     200     200   200     404   404
getTileJson               hotspots  401    404     200     200   200     404   404
getTileJson               incidents 401    404     404     404   200     404   404
getTileJson               absent    401    404     404     404   404     404   404
getTile                   context   401    200     200     200   200     200   404
getTile                   areas     401    200     200     200   200     200   404
getTile                   focus-areas 401    200     200     200   200     200   404
getTile                   patrol-zones 401    404     200     200   200     200   404
getTile                   cameras   401    404     200     200   200     200   404
getTile                   camera-views 401    404     204     204   204     204   404
getTile                   proposals 401    404     200     200   200     404   404
getTile                   hotspots  401    404     200     200   200     404   404
getTile                   incidents 401    404     404     404   200     404   404
getTile                   absent    401    404     404     404   404     404   404
getHotspots               -         401    403     200     200   200     403   403
getHotspotMonths          -         401    403     200     200   200     403   403
getHotspotChanges         -         401    403     200     200   200     403   403

# Cuts of units: this month's was made by the first check.
getUnitCut                -         401    403     200     200   200     403   403
createUnitCut             -         401    403     403     403   409     403   403
checkPolygon              -         401    403     200     200   200     403   403

# The small layers: read by staff and administrators, written by coordinators, analysts and administrators.
listCameras               -         401    403     200     200   200     200   403
createCamera              -         401    403     403     201   201     201   403
getCamera                 there     401    404     200     200   200     200   404
getCamera                 absent    401    404     404     404   404     404   404
replaceCamera             there     401    404     403     200   200     200   404
replaceCamera             absent    401    404     403     404   404     404   404
getCameraHistory          there   401    404     403     200   200     200   404
getCameraHistory          absent  401    404     403     404   404     404   404
deleteCamera              there     401    404     403     204   204     204   404
deleteCamera              absent    401    404     403     404   404     404   404
listPatrolZones           -         401    403     200     200   200     200   403
createPatrolZone          -         401    403     403     201   201     201   403
getPatrolZone             there     401    404     200     200   200     200   404
getPatrolZone             absent    401    404     404     404   404     404   404
replacePatrolZone         there     401    404     403     200   200     200   404
replacePatrolZone         absent    401    404     403     404   404     404   404
getPatrolZoneHistory      there   401    404     403     200   200     200   404
getPatrolZoneHistory      absent  401    404     403     404   404     404   404
deletePatrolZone          there     401    404     403     204   204     204   404
deletePatrolZone          absent    401    404     403     404   404     404   404
listFocusAreas            -         401    403     200     200   200     200   403
createFocusArea           -         401    403     403     201   201     201   403
getFocusArea              there     401    404     200     200   200     200   404
getFocusArea              absent    401    404     404     404   404     404   404
replaceFocusArea          there     401    404     403     200   200     200   404
replaceFocusArea          absent    401    404     403     404   404     404   404
getFocusAreaHistory       there   401    404     403     200   200     200   404
getFocusAreaHistory       absent  401    404     403     404   404     404   404
deleteFocusArea           there     401    404     403     204   204     204   404
deleteFocusArea           absent    401    404     403     404   404     404   404
listAreas                 -         401    403     200     200   200     200   403
createArea                -         401    403     403     201   201     201   403
getArea                   there     401    404     200     200   200     200   404
getArea                   absent    401    404     404     404   404     404   404
replaceArea               there     401    404     403     200   200     200   404
replaceArea               absent    401    404     403     404   404     404   404
getAreaHistory            there   401    404     403     200   200     200   404
getAreaHistory            absent  401    404     403     404   404     404   404
deleteArea                there     401    404     403     204   204     204   404
deleteArea                absent    401    404     403     404   404     404   404
createAreaImport          -         401    403     403     200   200     200   403
createLayerImport         -         401    403     403     200   200     200   403
listLayerImports          -         401    403     200     200   200     200   403
getLayerImport            there     401    404     200     200   200     200   404
getLayerImport            absent    401    404     404     404   404     404   404
undoLayerImport           there     401    404     403     200   200     200   404
undoLayerImport           absent    401    404     403     404   404     404   404
listSurveyFigures         -         401    403     200     200   200     200   403
createSurveyImport        -         401    403     403     200   200     200   403

# Incidents, and files of them: analysts. Administrators see imports but no rows.
listIncidents             -         401    403     403     403   200     403   403
createIncidents           -         401    403     403     403   201     403   403
getIncident               there     401    404     404     404   200     404   404
getIncident               absent    401    404     404     404   404     404   404
listIncidentRevisions     there     401    404     404     404   200     404   404
listIncidentRevisions     absent    401    404     404     404   404     404   404
patchIncident             there     401    404     404     404   200     404   404
patchIncident             absent    401    404     404     404   404     404   404
retractIncident           there     401    404     404     404   204     404   404
retractIncident           absent    401    404     404     404   404     404   404
listImports               -         401    403     403     403   200     200   403
createImport              -         401    403     403     403   202     403   403
getImport                 there     401    404     404     404   200     200   404
getImport                 absent    401    404     404     404   404     404   404
getImportRejects          there     401    404     404     404   200     403   404
getImportRejects          absent    401    404     404     404   404     403   404
undoImport                there     401    404     404     404   200     403   404
undoImport                absent    401    404     404     404   404     403   404

# Sources, the scope of the key.
listSources               -         401    403     200     200   200     200   200
createSource              -         401    403     403     403   201     201   403
getSource                 there     401    404     200     200   200     200   200
getSource                 absent    401    404     404     404   404     404   404
replaceSource             there     401    404     403     403   200     200   403
replaceSource             absent    401    404     403     403   404     404   403
`
