import { type Missing, MISSING_MESSAGES } from '../../map-tiles/index.ts'
import { languageOf } from '../language.ts'
import type { TakenIncidents } from './take-incidents.ts'
import type { TakenAreas } from './take-files.ts'
import { AREA_FILE_MESSAGES } from '../../areas/index.ts'
import type { Texts } from '../../engine/texts.ts'
import { CITY_MESSAGES as MESSAGES } from './messages.ts'

interface Done {
  /** Names of the settings that were written. */
  readonly settings: readonly string[]
  readonly file: string
  readonly areas: readonly TakenAreas[]
  readonly source: string | null
  readonly incidents: Pick<TakenIncidents, 'lines' | 'isTaken'> | null
  readonly missing: readonly Missing[]
}

/** What came of it, and what to do next, in lines. */
export function doneLines(done: Done, name: string | null): string {
  const { settings, file, areas, source, incidents, missing } = done
  const language = languageOf(process.env)
  const { names, ways } = MISSING_MESSAGES[language]
  const before: readonly Texts[] = [
    settings.length === 0 ? MESSAGES.hasSettings(file) : MESSAGES.newSettings(file, settings.join(', ')),
    ...areas.flatMap(areaTexts),
    ...(source === null ? [] : [MESSAGES.declared(source)]),
  ]
  const lines = [
    ...before.map((text) => text[language]),
    ...(incidents?.lines ?? []),
    ...(incidents?.isTaken === false ? [MESSAGES.notTaken[language]] : []),
    '',
    MESSAGES.mapIsThere(name ?? MESSAGES.theCity[language])[language],
    ...missing.map((what) => MESSAGES.missing(names[what], ways[what])[language]),
  ]
  return `${lines.join('\n')}\n`
}

function areaTexts({ path, kind, imported, unchanged, notices, rejected }: TakenAreas): readonly Texts[] {
  const marked = (text: Texts): Texts => ({ sv: `  ! ${text.sv}`, en: `  ! ${text.en}` })
  return [
    MESSAGES.areas(path, kind, imported, unchanged),
    ...notices.map(marked),
    ...rejected.map(({ feature, name, rule }) => marked(AREA_FILE_MESSAGES.rejected(feature, name, rule))),
  ]
}
