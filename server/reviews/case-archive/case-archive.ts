import {
  cellFeatures,
  type Evidence,
  figuresCsv,
  figuresGeoJson,
  touchedCellFeatures,
} from '../../checks/index.ts'
import type { Audience } from '../../platform/access/audience.ts'
import type { Principal } from '../../platform/access/principal.ts'
import { writeZip } from '../../platform/archives/write-zip.ts'
import { DOCX, mediaTypeOf } from '../../platform/http/media-types.ts'
import type { Language } from '../../platform/language.ts'
import type { WordFiles } from '../../platform/word/word-files.ts'
import { type DrawnPage, type FaceDeps, filedFace, reviewFace } from '../documents/review-face.ts'
import { withoutAccounts } from '../review-case.ts'
import { type ArchivedCase, type ArchivedFile, checksumsOf, manifestOf } from './archive-manifest.ts'
import { READ_ME } from './messages.ts'

interface Deps extends FaceDeps {
  readonly wordFiles: WordFiles
}

interface Reader {
  readonly audience: Audience
  readonly principal: Principal
  /** Of this site, for links in Word files. */
  readonly baseUrl: string
}

/**
 * The whole case of a locked review as a ZIP archive, as far as its reader may read it: the annex and the figures only
 * where the evidence is open. The same state gives the same reader the same bytes.
 *
 * @throws DomainError `not-found`; `conflict` before the lock; `busy`, `deadline-exceeded`
 */
export async function caseArchive(
  deps: Deps,
  id: number,
  lang: Language,
  reader: Reader,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const found = await deps.reviews.find(id, reader.audience)
  const archived: ArchivedCase = { ...found, document: await deps.reviews.publicDocument(id) }
  const paper = (name: string, drawn: DrawnPage) => paperOf(deps.wordFiles, name, drawn, reader, signal)
  const { checklist, citable } = await deps.reviewChecklists.view(id, reader.principal)
  const document = filedFace(deps.reviewPages, archived.document, lang, deps.zone.name)
  const annex =
    archived.evidence === null ? null : await reviewFace(deps, id, { face: 'annex', lang }, reader)
  const contents = [
    ...(await paper('underlag/underlag', document)),
    file('underlag/underlag.json', archived.document.text),
    file('arende/review.json', pretty(withoutAccounts(archived.review))),
    file('arende/checklist.json', pretty({ checklist, citable })),
    ...(annex === null ? [] : [...(await paper('bilaga/bilaga', annex)), ...figureFiles(archived, deps)]),
  ]
  const readMe = READ_ME[lang]
  const caseName = archived.review.caseNumber ?? `#${id}`
  const described = [...contents, file(readMe.name, readMe.text(caseName, annex !== null))]
  const stateAt = lastChange(archived)
  const summed = [...described, file('MANIFEST.json', manifestOf(archived, described, stateAt))]
  return writeZip([...summed, file('SHA256SUMS', checksumsOf(summed))], stateAt)
}

/** A page for print and as a Word file. */
async function paperOf(
  wordFiles: WordFiles,
  name: string,
  drawn: DrawnPage,
  { baseUrl }: Reader,
  signal: AbortSignal | undefined,
): Promise<readonly ArchivedFile[]> {
  const word = await wordFiles.of({ ...drawn, baseUrl }, signal)
  return [file(`${name}.html`, drawn.markup), { name: `${name}.docx`, bytes: word, mediaType: DOCX }]
}

/** The evidence as it was hashed, and its figures as a table and a map. */
function figureFiles({ evidence }: ArchivedCase, { projection }: Deps): readonly ArchivedFile[] {
  const computed = JSON.parse(evidence!.evidence) as Evidence
  const cells = cellFeatures(computed.zones, projection)
  const touchedCells = touchedCellFeatures(computed, projection)
  return [
    file('bilaga/evidence.json', evidence!.evidence),
    file('bilaga/figures.csv', figuresCsv(computed)),
    file('bilaga/figures.geojson', pretty(figuresGeoJson({ evidence: computed, cells, touchedCells }))),
  ]
}

function file(name: string, text: string): ArchivedFile {
  const isText = name.endsWith('.txt') || !name.includes('.')
  const mediaType = isText ? 'text/plain; charset=utf-8' : mediaTypeOf(name)
  return { name, bytes: Buffer.from(text, 'utf8'), mediaType }
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The last instant that the case has: of its steps, its document, its publication or withdrawal. */
function lastChange({ review: { createdAt, steps, published, withdrawn }, document }: ArchivedCase): string {
  const instants = [createdAt, document.createdAt, published?.at, withdrawn?.at, ...steps.map(({ at }) => at)]
  return instants.reduce<string>(
    (last, at) => (at !== undefined && Date.parse(at) > Date.parse(last) ? at : last),
    createdAt,
  )
}
