import { addToEnvFile, newSettings } from '../../config/env-file.ts'
import { SETTINGS } from '../../config/settings.ts'
import { createProjection } from '../../engine/projection/create-projection.ts'
import { type CityMap, mapContract } from '../../map-tiles/index.ts'
import type { ExitCode } from '../../platform/exit-code.ts'
import { callJson } from '../call-json.ts'
import type { CommandContext } from '../command.ts'
import { promptForPlan } from './prompt-for-plan.ts'
import { checkFiles } from './check-files.ts'
import { planFromOptions } from './plan-from-options.ts'
import { planSettings } from './plan-settings.ts'
import { takeFiles } from './take-files.ts'
import { takeIncidents } from './take-incidents.ts'
import { doneLines } from './words.ts'

const DEFAULTS = { crs: SETTINGS.CITY_CRS.fallback, timezone: SETTINGS.CITY_TIMEZONE.fallback }

/** Asks or reads what the city is → reads every file → opens the database → keeps the settings → takes the files in. */
export async function cityInit(argv: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { plan: said, json } = planFromOptions(argv)
  const { setup } = context
  if (setup === undefined) throw new TypeError('A city is begun from the command line alone.')
  const plan = await promptForPlan(said, json ? null : setup.prompt, DEFAULTS)
  const settings = planSettings(plan, setup.hasSetting)
  const { envFile: file } = setup
  newSettings(settings, file)
  setup.settle(settings)
  const config = context.config()
  createProjection(config.cityCrs)
  const files = await checkFiles(plan, config)
  const session = await context.open()
  const settled = addToEnvFile(settings, file)
  const { source, areas } = await takeFiles(session, files)
  const known = files.mapping ?? (source === null ? null : { source: source.id })
  const incidents =
    plan.incidents === null
      ? null
      : await takeIncidents(plan.incidents, known, files.mapping !== null, context)
  if (session.kind === 'direct') await (await session.engine()).snapshots.refresh()
  const { bounds, missing } = await callJson<CityMap>(session, mapContract.getMap)
  const done = { settings: settled, file, areas, source: source?.id ?? null, incidents, bounds, missing }
  context.stdout.write(json ? `${JSON.stringify(done)}\n` : doneLines(done, plan.name))
  return incidents === null || incidents.isTaken ? 0 : 1
}
