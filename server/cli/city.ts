import { invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Begins a city of one's own. */
export const city: Command = {
  name: 'city',
  summary: 'Begin a city of your own: settings, borders, first source, map',
  help: `Usage: lagesbild city init [--study FILE] [OPTION…] [--json]

Begins a city of your own in the folder that it is called in, and ends with its map: writes the settings to .env, makes
the database ready, takes the border of the city in and whatever else is named. Asks for what is not said, on a
terminal. Every file is read before anything is begun, and one that cannot be used leaves nothing behind. Called again,
it adds what is new and says what is there.

  --name       what the city is called, on every page too
  --crs        EPSG code of its coordinate system: projected, in metres (3006); fixed from then on
  --timezone   its time zone (Europe/Stockholm)
  --database   address of a PostGIS; without it the data lie under DATA_DIR, in an embedded database
  --data-dir   that folder (./data)
  --study      file with the border of the city: GeoJSON, GeoPackage, Shapefile (ZIP), …
  --water      file of its waters
  --districts  file of its districts
  --base       file of statistical areas, for open figures
  --study-name, --water-name, --districts-name, --base-name
               of each file the property that holds names
  --residents-property  of statistical areas; given more than once the properties are added up
  --base-map   PMTiles file in the schema of Protomaps
  --source     JSON file that declares the first source: id, controller, legalBasis, purpose, retentionDays, …
  --incidents  its first file; a preview guesses the mapping, and asks where it cannot
  --mapping    the mapping of that file
  --json       the outcome as one JSON object; asks nothing

Exit codes: 0 done, 1 a file is at fault, 2 the call is, 3 the system.`,
  async run([action, ...words], context) {
    if (action !== 'init')
      throw invalidParameter('city', action, MESSAGES.followedBy({ sv: 'init', en: 'init' }))
    const { cityInit } = await import('./city-init/city-init.ts')
    return cityInit(words, context)
  },
}
