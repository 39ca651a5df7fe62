import { areaContract, type AreasImportResult } from '../../areas/index.ts'
import { type Organisation, peopleContract } from '../../accounts/index.ts'
import { type Source, sourceContract, sourceDeclarationSchema } from '../../sources/index.ts'
import { callJson } from '../call-json.ts'
import type { Session } from '../session.ts'
import type { CheckedFiles } from './check-files.ts'

/** What came of one file of areas. */
export interface TakenAreas extends AreasImportResult {
  readonly kind: string
  readonly path: string
}

/** Takes the areas in and declares the source, through the API. Done again it changes nothing. */
export async function takeFiles(
  session: Session,
  { areas, source }: CheckedFiles,
): Promise<{ readonly source: Source | null; readonly areas: readonly TakenAreas[] }> {
  const taken: TakenAreas[] = []
  for (const { options, path, bytes } of areas) {
    const upload = { fields: { options: JSON.stringify(options) }, fileName: 'areas', chunks: [bytes] }
    const result = await callJson<AreasImportResult>(session, areaContract.createAreaImport, { upload })
    taken.push({ ...result, kind: options.kind, path })
  }
  if (source !== null) await addNamedBoards(session, source)
  const declared =
    source === null ? null : await callJson<Source>(session, sourceContract.createSource, { body: source })
  return { source: declared, areas: taken }
}

/** Adds the organisations that the source names and a new city does not have yet, as boards. */
async function addNamedBoards(session: Session, source: unknown): Promise<void> {
  const { boards } = sourceDeclarationSchema.parse(source)
  const names = (boards ?? []).flatMap(({ organisation }) =>
    typeof organisation === 'string' ? [organisation.trim()] : [],
  )
  if (names.length === 0) return
  const { items } = await callJson<{ readonly items: readonly Organisation[] }>(
    session,
    peopleContract.listOrganisations,
  )
  const known = new Set(items.map(({ name }) => name.toLowerCase()))
  for (const name of new Set(names.filter((own) => !known.has(own.toLowerCase()))))
    await callJson(session, peopleContract.createOrganisation, { body: { name, kind: 'board' } })
}
