import type { Json } from '../support/serving/api-client.ts'
import {
  ABSENT,
  type RequestFactory,
  type RequestTable,
  feature,
  form,
  idOf,
  one,
  plain,
  type Scene,
} from './request-table.ts'

const POINT = { type: 'Point', coordinates: [20.2, 58.6] }
const DRAFTS: Readonly<Record<string, { readonly path: string; readonly draft: (ground: Json) => object }>> =
  {
    Camera: {
      path: '/api/cameras',
      draft: () => feature(POINT, { name: 'K', operator: 'Staden', purpose: 'T', status: 'active' }),
    },
    PatrolZone: {
      path: '/api/patrol-zones',
      draft: (ground) =>
        feature(ground, { name: 'Z', permit: 'A 1', purpose: 'O', validFrom: '2026-01-01', schedule: [] }),
    },
    FocusArea: {
      path: '/api/focus-areas',
      draft: (ground) => feature(ground, { name: 'F', owner: 'Nämnden', programmeFrom: '2026-01-01' }),
    },
    Area: { path: '/api/areas', draft: (ground) => feature(ground, { kind: 'place', name: 'P' }) },
  }

/** The calls of a small layer, each on a new feature. */
function layerRequests([name, { path, draft }]: (typeof LAYERS)[number]): readonly (readonly [
  string,
  RequestFactory,
])[] {
  const body = ({ city }: Scene) => draft(city.ground.foreign)
  const fresh = async (scene: Scene) => {
    const make = async () => idOf(await scene.city.analyst('POST', path, { body: body(scene) }))
    return { params: { id: await one(scene, name, make) }, headers: { 'if-match': '"1"' } }
  }
  return [
    [`list${name}s`, plain],
    [`create${name}`, (scene) => ({ body: body(scene) })],
    [`get${name}`, fresh],
    [`replace${name}`, async (scene) => ({ ...(await fresh(scene)), body: body(scene) })],
    [`delete${name}`, fresh],
    [`get${name}History`, fresh],
  ]
}
const LAYERS = Object.entries(DRAFTS)

const SEARCH: Readonly<Record<string, string>> = {
  hotspots: '?cell=400&group=property',
  incidents: '?group=all',
}
/** The tile at which the town lies. */
const TILE = { z: 8, x: 142, y: 76 }
const tile: RequestFactory = ({ resource }) => ({
  params: { layer: resource === 'absent' ? 'nothing' : resource, ...TILE },
  query: SEARCH[resource] ?? '',
})

const register = ({ city }: Scene) => {
  const mapping = {
    kind: 'cameras',
    register: `r${city.next()}`,
    columns: { externalId: 'id', x: 'lon', y: 'lat', name: 'name' },
    defaults: { operator: 'Staden', purpose: 'Trygghet', status: 'active' },
  }
  return form({
    mapping: JSON.stringify(mapping),
    file: new Blob(['id,name,lon,lat\nk1,Torget,20.2,58.6\n']),
  })
}
const oneLayerImport: RequestFactory = async (scene) => {
  const { analyst } = scene.city
  const make = async () => {
    const { body } = await analyst('POST', '/api/layer-imports', { body: register(scene) })
    return body.import.id as number
  }
  return { params: { id: await one(scene, 'layer import', make) } }
}

const INCIDENT = { source: 'polisen', lon: 20.2, lat: 58.6, from: '2026-03-01T10:00', category: 'theft' }
const oneIncident: RequestFactory = async (scene) => {
  const { analyst, next } = scene.city
  const make = async () => {
    const body = { ...INCIDENT, externalId: `m${next()}` }
    return (await analyst('POST', '/api/incidents', { body })).body.ids[0]
  }
  return { params: { id: await one(scene, 'incident', make) }, headers: { 'if-match': '"1"' } }
}

const MAPPING = {
  source: 'polisen',
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { '*': 'theft' },
}
const file = ({ city }: Scene) => {
  const csv = `id,lon,lat,start,type\nf${city.next()},20.2,58.6,2026-03-01,X\nbad,,,,\n`
  return form({ mapping: JSON.stringify(MAPPING), file: new Blob([csv]) })
}
const oneImport: RequestFactory = async (scene) => {
  const { analyst } = scene.city
  const make = async () => {
    const id = idOf(await analyst('POST', '/api/imports', { body: file(scene) }))
    while ((await analyst('GET', `/api/imports/${id}`)).body.finishedAt === null);
    return id
  }
  return { params: { id: await one(scene, 'import', make) } }
}

const source = (id: string) => ({ id, controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' })
const oneSource: RequestFactory = async (scene) => {
  const { analyst, next } = scene.city
  const make = async () => {
    const body = source(`s${next()}`)
    await analyst('POST', '/api/sources', { body })
    return body.id
  }
  const id = scene.resource === 'absent' ? ABSENT : await one(scene, 'source', make)
  return { params: { id }, body: source(id) }
}

/** The map, its layers, incidents and sources. */
export const CITY_REQUESTS: RequestTable = {
  getHealth: plain,
  getReadiness: plain,
  getMetrics: plain,
  getOpenApi: plain,
  getCategories: plain,
  getBaseMap: plain,
  getBaseMapTile: ({ resource }) => ({ params: resource === 'absent' ? { ...TILE, x: 0 } : TILE }),
  purge: () => ({ body: { dryRun: true } }),
  takeBackup: plain,
  eraseIncident: oneIncident,
  eraseWorkText: () => ({ params: { id: 1 }, body: { text: 'Mörkt', reason: 'Begäran' } }),
  getMap: plain,
  search: () => ({ query: '?q=a' }),
  getLayers: plain,
  getTileJson: tile,
  getTile: tile,
  getHotspots: () => ({ query: '?cell=400&group=property' }),
  getHotspotMonths: () => ({ query: '?group=property' }),
  getHotspotChanges: () => ({ query: '?cell=400&group=property&from=2025-06-01&to=2026-06-01' }),
  checkPolygon: ({ city }) => ({ body: { geometry: city.ground.foreign } }),
  ...Object.fromEntries(LAYERS.flatMap(layerRequests)),
  createAreaImport: ({ city }) => ({
    body: form({
      options: JSON.stringify({ kind: 'place', nameProperty: 'name' }),
      file: new Blob([
        JSON.stringify({
          type: 'FeatureCollection',
          features: [feature(city.ground.own, { name: `I${city.next()}` })],
        }),
      ]),
    }),
  }),
  createLayerImport: (scene) => ({ body: register(scene) }),
  listLayerImports: plain,
  getLayerImport: oneLayerImport,
  undoLayerImport: oneLayerImport,
  listSurveyFigures: plain,
  createSurveyImport: async ({ city }) => {
    const { body } = await city.analyst('GET', '/api/areas?kind=district')
    const area = body.features[0].id
    const csv = `indicator,wave,area,group,percent,margin,answers,source\nmatrix,${city.next()},${area},all,70,3,400,Staden\n`
    return { body: form({ file: new Blob([csv]) }) }
  },
  listIncidents: plain,
  createIncidents: ({ city }) => ({ body: { ...INCIDENT, externalId: `m${city.next()}` } }),
  getIncident: oneIncident,
  listIncidentRevisions: oneIncident,
  patchIncident: async (scene) => ({ ...(await oneIncident(scene)), body: { category: 'robbery' } }),
  retractIncident: async (scene) => ({ ...(await oneIncident(scene)), query: '?reason=dubblett' }),
  listImports: plain,
  createImport: (scene) => ({ body: file(scene) }),
  getImport: oneImport,
  getImportRejects: oneImport,
  undoImport: oneImport,
  listSources: plain,
  getUnitCut: plain,
  createUnitCut: plain,
  createSource: ({ city }) => ({ body: source(`s${city.next()}`) }),
  getSource: async (scene) => ({ ...(await oneSource(scene)), body: undefined }),
  replaceSource: oneSource,
}
