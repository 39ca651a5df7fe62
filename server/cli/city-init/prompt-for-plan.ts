import { invalidParameter } from '../../engine/errors.ts'
import type { AreaFile, CityAreaKind, CityPlan } from './city-plan.ts'
import { languageOf } from '../language.ts'
import { USAGE_MESSAGES } from '../usage-messages.ts'
import type { Texts } from '../../engine/texts.ts'
import { CITY_MESSAGES as MESSAGES } from './messages.ts'

/** Asks a person at a terminal. */
export type Prompt = (question: string) => Promise<string>

interface Defaults {
  readonly crs: string
  readonly timezone: string
}

const FILE_KINDS = ['water', 'district', 'base'] as const

/**
 * A plan with what it does not say asked for: all of it where nothing was said, else the study area alone.
 *
 * @param prompt null where nobody can be asked
 * @throws DomainError `invalid-parameter` where the study area stays unsaid
 */
export async function promptForPlan(
  plan: CityPlan,
  prompt: Prompt | null,
  defaults: Defaults,
): Promise<CityPlan> {
  if (plan.areas.some(({ kind }) => kind === 'study')) return plan
  if (prompt === null) throw invalidParameter('--study', undefined, USAGE_MESSAGES.studyNeeded)
  const language = languageOf(process.env)
  const reply = async (question: Texts) => (await prompt(question[language])).trim() || null
  const name = plan.name ?? (await reply(MESSAGES.name))
  const crs = plan.crs ?? (await reply(MESSAGES.crs(defaults.crs))) ?? defaults.crs
  const timezone = plan.timezone ?? (await reply(MESSAGES.timezone(defaults.timezone))) ?? defaults.timezone
  const study = await reply(MESSAGES.study)
  if (study === null) throw invalidParameter('--study', undefined, USAGE_MESSAGES.studyNeeded)
  const areas: AreaFile[] = [await fileOf('study', study, reply), ...plan.areas]
  for (const kind of FILE_KINDS) {
    if (areas.some((known) => known.kind === kind)) continue
    const path = await reply(MESSAGES[kind])
    if (path !== null) areas.push(await fileOf(kind, path, reply))
  }
  const baseMap = plan.baseMap ?? (await reply(MESSAGES.baseMap))
  const source = plan.source ?? (await reply(MESSAGES.source))
  const incidents = source === null ? plan.incidents : (plan.incidents ?? (await reply(MESSAGES.incidents)))
  return { ...plan, name, crs, timezone, areas, baseMap, source, incidents }
}

async function fileOf(
  kind: CityAreaKind,
  path: string,
  reply: (question: Texts) => Promise<string | null>,
): Promise<AreaFile> {
  const nameProperty = await reply(MESSAGES.nameProperty)
  const residents = kind === 'base' ? await reply(MESSAGES.residentsProperty) : null
  return { kind, path, nameProperty, residentsProperties: residents === null ? [] : [residents] }
}
