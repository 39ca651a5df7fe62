import { type AreasImportOptions, checkAreas, type ReadAreas } from '../../areas/index.ts'
import { openBaseMap } from '../../base-map/index.ts'
import type { Config } from '../../config/config.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Language } from '../../engine/texts.ts'
import { sourceDeclarationSchema } from '../../sources/index.ts'
import { readAreasBytes } from '../read-areas-bytes.ts'
import { localFileSize } from '../local-file-size.ts'
import { readMapping } from '../run-import-file.ts'
import type { AreaFile, CityPlan } from './city-plan.ts'
import { CITY_MESSAGES as MESSAGES } from './messages.ts'

/** Files that were read as they are to be taken in. */
export interface CheckedFiles {
  readonly areas: readonly CheckedAreas[]
  /** The declaration of the first source, as it stands in its file. */
  readonly source: unknown
  readonly mapping: unknown
}

interface CheckedAreas {
  readonly options: AreasImportOptions
  readonly path: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Reads every file of a plan before anything is begun, so that one that cannot be used leaves nothing behind.
 *
 * @throws DomainError that says what is wrong with which file
 */
export async function checkFiles(plan: CityPlan, config: Config): Promise<CheckedFiles> {
  const { basemapPmtiles } = config
  await (await openBaseMap({ basemapPmtiles, basemapStyleUrl: null }, false, () => {})).close()
  const areas: CheckedAreas[] = []
  let study: ReadAreas | null = null
  for (const file of plan.areas) {
    const options = optionsOf(file, plan.name)
    const bytes = await readAreasBytes(file.path)
    const read = await named(file.path, () => checkAreas(bytes.slice(), options, config.cityCrs, study))
    if (file.kind === 'study') study = read
    areas.push({ options, path: file.path, bytes })
  }
  const source = plan.source === null ? null : await checkedSource(plan.source)
  const mapping = plan.mapping === null ? null : await readMapping(plan.mapping)
  if (plan.incidents !== null) await localFileSize(plan.incidents)
  return { areas, source, mapping }
}

function optionsOf(
  { kind, nameProperty, residentsProperties }: AreaFile,
  name: string | null,
): AreasImportOptions {
  return {
    kind,
    nameProperty,
    residentsProperties,
    ...(kind === 'study' && name !== null && { name }),
  }
}

async function checkedSource(path: string): Promise<unknown> {
  const declaration = await readMapping(path)
  const { error } = sourceDeclarationSchema.safeParse(declaration)
  if (error === undefined) return declaration
  const problems = error.issues.map((issue) => ({ field: issue.path.join('.'), rule: issue.message }))
  const list = (language: Language) =>
    problems
      .map(({ field, rule }) => `${field === '' ? MESSAGES.itself[language] : field} ${rule}`)
      .join('; ')
  const texts = { sv: MESSAGES.noSource(path, list('sv')).sv, en: MESSAGES.noSource(path, list('en')).en }
  throw new DomainError('invalid-body', texts, { problems })
}

/** What goes wrong with a file, by its name. */
async function named<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, problems } = error
    const texts = { sv: `${path}: ${error.texts.sv}`, en: `${path}: ${error.texts.en}` }
    throw new DomainError(code, texts, { cause: error, ...(problems && { problems }) })
  }
}
