import { DomainError, notFound } from '../engine/errors.ts'
import type { Language } from '../platform/language.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { PictureWeek } from '../observations/index.ts'
import { actionPlan } from './kinds/action-plan.ts'
import { boardReport } from './kinds/board-report.ts'
import { grantApplication } from './kinds/grant-application.ts'
import { minutes } from './kinds/minutes.ts'
import { situationPicture } from './kinds/situation-picture.ts'
import { gatherMaterial, type MaterialDeps, type PaperRequest } from './material.ts'
import { PAPER_MESSAGES } from './messages.ts'
import { type Paper, type PaperKind, said } from './paper.ts'
import { paperWords } from './paper-words.ts'

export interface OnePaper extends PaperRequest {
  readonly kind: PaperKind
  /** The measure, board report or meeting that some kinds are of. */
  readonly itemId: number | null
  readonly language: Language
}

export interface PaperDeps extends MaterialDeps {
  readonly pictureWeek: PictureWeek
}

/** Of which item a paper is; the others are of an area alone. */
const ITEM_OF: Readonly<Partial<Record<PaperKind, string>>> = {
  'grant-application': 'measure',
  'board-report': 'board report',
  minutes: 'meeting',
}

/** Makes a paper; a section with nothing in it says so. @throws DomainError `not-found`; `unprocessable` without the item that it is of */
export async function makePaper(deps: PaperDeps, principal: Principal, request: OnePaper): Promise<Paper> {
  const paper = await paperOf(deps, principal, request)
  const nothing = said(PAPER_MESSAGES[request.language].emptySection)
  const sections = paper.sections.map((section) =>
    section.blocks.length === 0 ? { ...section, blocks: [nothing] } : section,
  )
  return { ...paper, sections }
}

async function paperOf(deps: PaperDeps, principal: Principal, request: OnePaper): Promise<Paper> {
  const material = await gatherMaterial(deps, principal, request)
  const words = paperWords(request.language)
  const { kind, areaId } = request
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
  const what = ITEM_OF[kind]!
  if (itemId === null)
    throw new DomainError('unprocessable', `item: the id of the ${what} is needed`, {
      problems: [{ field: 'item', rule: `the id of the ${what} is needed` }],
    })
  const item = items.find(({ id }) => id === itemId)
  if (item === undefined) throw notFound(what, itemId)
  return item
}
