/**
 * The rooms of the house and the arrows between them: who may import whom. The rules of dependency-cruiser and the
 * picture in ARCHITECTURE.md are made from these tables. A room names only rooms that stand before it, so that no
 * circle can be written down.
 */

/** Modules of the server, each with the modules whose `index.ts` it may import. */
export const MODULES = {
  sources: [],
  layers: [],
  accounts: [],
  units: [],
  checks: ['units'],
  incidents: ['sources'],
  import: ['sources', 'layers', 'incidents'],
  areas: ['layers'],
  surveys: ['layers'],
  hotspots: ['areas', 'units'],
  'map-tiles': ['hotspots'],
  proposals: ['layers', 'checks'],
  releases: ['areas', 'surveys'],
  places: ['layers', 'releases'],
  reviews: ['layers', 'units', 'checks', 'releases', 'surveys'],
  'public-site': ['releases', 'reviews'],
  operations: [],
}

/** Modules that read and write files by name, or draw tiles. */
export const READS_FORMATS = ['layers', 'import', 'areas', 'surveys', 'proposals']
export const DRAWS_TILES = ['map-tiles', 'releases']

/** Repositories whose statements stand on those of another module. */
export const REPOSITORIES = {
  accounts: [],
  audit: [],
  import: [],
  incidents: [],
  operations: [],
  releases: [],
  sources: [],
  surveys: [],
  units: [],
  layers: ['sources', 'units'],
  reviews: [],
}

/** Rooms of the page, each with the rooms that it may import. */
export const WEB_ROOMS = {
  i18n: [],
  ui: [],
  map: ['ui'],
  app: ['i18n', 'ui'],
  accessibility: ['app'],
  accounts: ['i18n', 'ui', 'app'],
  layers: ['i18n', 'ui', 'map', 'app'],
  checks: ['i18n', 'ui', 'map', 'app'],
  releases: ['i18n', 'ui', 'map', 'app', 'layers'],
  sources: ['i18n', 'ui', 'app'],
  surveys: ['i18n', 'ui', 'app'],
  audit: ['ui', 'app', 'accounts'],
  hotspots: ['i18n', 'ui', 'map', 'app', 'layers'],
  'public-site': ['i18n', 'ui', 'map', 'app', 'layers', 'releases', 'surveys'],
  reviews: ['i18n', 'ui', 'app', 'checks'],
  administration: ['ui', 'app', 'accounts', 'audit'],
  places: ['i18n', 'ui', 'app', 'releases', 'public-site'],
  proposals: ['i18n', 'ui', 'map', 'app', 'checks', 'hotspots', 'reviews'],
  workspace: ['i18n', 'ui', 'map', 'app', 'layers', 'sources', 'hotspots', 'reviews', 'proposals', 'places'],
}
