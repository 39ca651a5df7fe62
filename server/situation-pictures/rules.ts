import { DomainError, refusedField } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import {
  type Completion,
  findItem,
  type NewWorkItem,
  type WorkItem,
  type WorkRules,
  type WorkService,
} from '../work/index.ts'
import type { PictureFigures } from './contract.ts'
import { PICTURE_HEADINGS } from './headings.ts'

type Content = Readonly<Record<string, unknown>>
type Item = NewWorkItem<Content>

export interface PictureDeps {
  readonly work: WorkService
  /** Null for an id that no organisation has. */
  readonly organisationName: (id: number) => Promise<string | null>
  /** What everybody may cite of an area now. */
  readonly freezeFigures: (areaId: number) => Promise<PictureFigures>
}

const FROZEN: readonly string[] = ['agreed', 'handed-in']

/** The rules of pictures: a party's is its own until it is handed in; handed in or agreed, it never changes. */
export function pictureRules(deps: PictureDeps): WorkRules {
  return {
    check: checkPicture,
    complete: (principal, item, before) => completePicture(deps, principal, item, before),
    derive: ({ draftOf }) => ({ isDraft: draftOf !== null }),
  }
}

function checkPicture(principal: Principal, item: Item, before: WorkItem<Content> | null): void {
  if (before !== null && FROZEN.includes(before.state))
    throw refusedField('state', 'it is handed in and stands as it is: write a new one')
  const { form, periodFrom, periodTo } = item.content
  if (before !== null && before.content['form'] !== form)
    throw refusedField('form', 'a picture stays the one that it was begun as')
  if (String(periodTo) < String(periodFrom))
    throw refusedField('periodTo', `must not be before ${String(periodFrom)}`)
  if (principal.audience.role === 'partner') checkOwnPicture(item)
  else checkWrittenFor(item)
  if (FROZEN.includes(item.state) && PICTURE_HEADINGS.every((heading) => item.content[heading] == null))
    throw refusedField('problems', 'something must stand under one of the four headings')
}

/** What a party writes: its own, as a draft or handed in. */
function checkOwnPicture({ state, audience, content: { form, spokenOn } }: Item): void {
  if (form !== 'party')
    throw refusedField(
      'form',
      'the joint picture is the coordinator’s to write: add a line to it, or hand in your own',
    )
  if (state !== 'draft' && state !== 'handed-in') throw refusedField('state', 'must be draft or handed-in')
  if (spokenOn != null)
    throw refusedField('spokenOn', 'is for the coordinator, who writes down what was told')
  if (audience === 'authorities')
    throw refusedField('audience', 'a party writes for the parties, or for everybody')
}

/** What the coordinator writes: the joint picture, or what a party told. */
function checkWrittenFor({ state, content: { form, party, spokenOn } }: Item): void {
  if (form === 'joint') {
    if (state !== 'open' && state !== 'agreed') throw refusedField('state', 'must be open or agreed')
    return
  }
  if (party == null) throw refusedField('party', 'the party that told it is needed')
  if (spokenOn == null) throw refusedField('spokenOn', 'the day on which it was told is needed')
  if (state !== 'handed-in')
    throw refusedField('state', 'what a party told is handed in as it is written down')
}

async function completePicture(
  { organisationName, freezeFigures }: PictureDeps,
  principal: Principal,
  item: Item,
  before: WorkItem<Content> | null,
): Promise<Completion> {
  const figures = { figures: FROZEN.includes(item.state) ? await freezeFigures(item.areaId) : null }
  if (principal.audience.role !== 'partner') return { content: figures }
  const organisationId = organisationOf(principal)
  const content = { party: await organisationName(organisationId), ...figures }
  if (item.state === 'handed-in') return { content, handIn: before !== null }
  return before === null ? { content, draftOf: organisationId } : { content }
}

/** The rules of lines: under a heading of an open picture, or only to agree; each party agrees once. */
export function lineRules({ work, organisationName }: Omit<PictureDeps, 'freezeFigures'>): WorkRules {
  return {
    async check(principal, { areaId, partOf, content: { heading, text } }) {
      const picture = await pictureOf(work, principal, partOf, areaId)
      if ((heading == null) !== (text == null))
        throw refusedField(
          'heading',
          'a line stands under one of the four headings; without one, it only agrees',
        )
      if (text != null && picture.state !== 'open')
        throw refusedField('text', 'the picture is handed in: lines are added to one that is open')
      if (picture.draftOf !== null) throw refusedField('partOf', 'is a draft: hand it in first')
    },
    async complete(principal, { areaId, partOf, content }) {
      const party =
        principal.audience.role === 'partner'
          ? await organisationName(organisationOf(principal))
          : content['party']
      if (party == null) throw refusedField('party', 'whose line it is, is needed')
      const others = await work.list(principal, { kind: 'picture-line', areaIds: [areaId], partOf: partOf! })
      const own = (others as readonly WorkItem<Content>[]).map((line) => line.content)
      if (content['text'] == null && own.some((line) => line['party'] === party && line['text'] === null))
        throw refusedField('party', 'has agreed to it already')
      return { content: { party } }
    },
    derive: () => ({}),
  }
}

async function pictureOf(
  work: WorkService,
  principal: Principal,
  id: number | null,
  areaId: number,
): Promise<WorkItem> {
  if (id === null) throw refusedField('partOf', 'the picture that it belongs to is needed')
  const picture = await findItem(work, principal, 'situation-picture', id)
  if (picture === null || picture.areaId !== areaId)
    throw refusedField('partOf', `there is no picture of this place with id ${id}`)
  return picture
}

/** @throws DomainError `forbidden` for a key, which is no party */
function organisationOf({ actor }: Principal): number {
  if (actor.kind === 'account' && actor.organisationId !== null) return actor.organisationId
  throw new DomainError('forbidden', 'A picture is written by a party, with an account of its own.')
}
