import { DomainError, notFound } from '../engine/errors.ts'
import type { Language } from '../platform/language.ts'
import type { BoardCaseContent } from '../board-cases/index.ts'
import { hasAccess, type Principal } from '../platform/access/principal.ts'
import type { PictureWeek } from '../observations/index.ts'
import { findItem, type WorkAudience, type WorkItem } from '../work/index.ts'
import { actionPlan } from './kinds/action-plan.ts'
import { boardCase, type CaseItem } from './kinds/board-case.ts'
import { boardReport } from './kinds/board-report.ts'
import { grantApplication } from './kinds/grant-application.ts'
import { minutes } from './kinds/minutes.ts'
import { situationPicture } from './kinds/situation-picture.ts'
import { gatherMaterial, isForAll, type MaterialDeps } from './material.ts'
import { type Paper, type PaperKind, said } from './paper.ts'
import { headingsOf, inCityOrder, type PaperTemplate } from './paper-template.ts'
import type { ReviewConsultations } from './review-consultations.ts'
import { type PaperWords, paperWords } from './paper-words.ts'

export interface OnePaper {
  readonly kind: PaperKind
  readonly areaId: number
  /** The measure, board report, meeting or case that some kinds are of. */
  readonly itemId: number | null
  /** Null = the parties; of a case, those that the case is for. */
  readonly audience: WorkAudience | null
  readonly language: Language
}

export interface PaperDeps extends MaterialDeps {
  readonly pictureWeek: PictureWeek
  readonly reviewConsultations: ReviewConsultations
  /** The city's own headings; null = ours. */
  readonly paperTemplate: PaperTemplate | null
}

/** Of which item a paper is; the others are of an area alone. */
const ITEM_OF: Readonly<Partial<Record<PaperKind, string>>> = {
  'grant-application': 'measure',
  'board-report': 'board report',
  minutes: 'meeting',
  statement: 'case',
  'referral-answer': 'case',
}

/**
 * Makes a paper in the city's headings; a section with nothing in it says so.
 *
 * @throws DomainError `not-found`; `unprocessable` without the item that it is of, and for more people than a case is for
 */
export async function makePaper(deps: PaperDeps, principal: Principal, request: OnePaper): Promise<Paper> {
  const { kind } = request
  const headings = headingsOf(deps.paperTemplate, request)
  const words = paperWords(request.language, headings)
  const paper =
    kind === 'statement' || kind === 'referral-answer'
      ? await caseOf(deps, principal, { ...request, kind }, words)
      : await paperOf(deps, principal, request, words)
  const nothing = said(words.messages.emptySection)
  const sections = inCityOrder(paper.sections, headings).map((part) =>
    part.blocks.length === 0 ? { ...part, blocks: [nothing] } : part,
  )
  return { ...paper, sections }
}

async function caseOf(
  deps: PaperDeps,
  principal: Principal,
  { kind, areaId, itemId, audience }: OnePaper & { readonly kind: BoardCaseContent['form'] },
  words: PaperWords,
): Promise<Paper> {
  if (itemId === null) throw noItem(kind)
  // Whoever may read papers may not read cases for it.
  const found = hasAccess(principal, 'board-reports.read')
    ? ((await findItem(deps.work, principal, 'board-case', itemId)) as WorkItem<BoardCaseContent> | null)
    : null
  if (found?.content.form !== kind || !deps.reportAreas.within(areaId).includes(found.areaId))
    throw notFound('case', itemId)
  const forWhom = audience ?? found.audience
  if (!isForAll(found, forWhom)) throw forFewer(found.audience)
  // What was filed is the paper of that day, for those that the case is for.
  const filed = found.content.filed?.papers[words.language] as Paper | undefined
  return filed ?? livePaper(deps, principal, { of: found, areaId, audience: forWhom }, words)
}

/** What a paper of a case is made from: `of` may not be stored yet. */
interface CaseOfArea {
  readonly of: CaseItem
  readonly areaId: number
  readonly audience: WorkAudience
}

async function livePaper(
  deps: PaperDeps,
  principal: Principal,
  { of, areaId, audience }: CaseOfArea,
  words: PaperWords,
): Promise<Paper> {
  const material = await gatherMaterial(deps, principal, { areaId, audience })
  const consulted = await deps.reviewConsultations(principal.audience, areaId)
  const reviewed = audience === 'authorities' ? consulted : consulted.filter(({ isPublished }) => isPublished)
  return boardCase({ ...material, reviewed }, of, words)
}

/** Makes the papers of a case as it is filed, in both languages. */
export type FiledPapers = (principal: Principal, of: CaseItem) => Promise<Readonly<Record<Language, Paper>>>

export function createFiledPapers(deps: PaperDeps): FiledPapers {
  return async (principal, of) => {
    const { areaId, audience, content } = of
    const make = (language: Language) => {
      const headings = headingsOf(deps.paperTemplate, { kind: content.form, language })
      return livePaper(deps, principal, { of, areaId, audience }, paperWords(language, headings))
    }
    return { sv: await make('sv'), en: await make('en') }
  }
}

function forFewer(audience: WorkAudience): DomainError {
  const rule = `the case is for ${audience} alone`
  return new DomainError('unprocessable', `audience: ${rule}`, { problems: [{ field: 'audience', rule }] })
}

async function paperOf(
  deps: PaperDeps,
  principal: Principal,
  request: OnePaper,
  words: PaperWords,
): Promise<Paper> {
  const { kind, areaId, audience } = request
  const material = await gatherMaterial(deps, principal, { areaId, audience: audience ?? 'parties' })
  if (kind === 'action-plan') return actionPlan(material, words)
  if (kind === 'situation-picture')
    return situationPicture(
      material,
      await deps.pictureWeek(principal.audience, areaId, material.today),
      words,
    )
  if (kind === 'grant-application')
    return grantApplication(material, itemIn(material.measures, request), words)
  if (kind === 'board-report') return boardReport(material, itemIn(material.reports, request), words)
  return minutes(material, itemIn(material.meetings, request), words)
}

function itemIn<T extends { readonly id: number }>(
  items: readonly T[],
  { kind, itemId }: Pick<OnePaper, 'kind' | 'itemId'>,
): T {
  if (itemId === null) throw noItem(kind)
  const item = items.find(({ id }) => id === itemId)
  if (item === undefined) throw notFound(ITEM_OF[kind]!, itemId)
  return item
}

function noItem(kind: PaperKind): DomainError {
  const rule = `the id of the ${ITEM_OF[kind]!} is needed`
  return new DomainError('unprocessable', `item: ${rule}`, { problems: [{ field: 'item', rule }] })
}
