import { DomainError } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { type Call, endpoint, type Route } from '../platform/http/route.ts'
import type { NewWorkItem, WorkAudience, WorkItem, WorkItemChange, WorkKind } from './work-item.ts'
import type { WorkService } from './work-service.ts'

type Content = Readonly<Record<string, unknown>>
type Item = WorkItem<Content>

/** The calls of one kind, as `workEndpoints` makes them. */
interface WorkCalls {
  readonly kind: WorkKind
  readonly fields: readonly string[]
  readonly list: Endpoint
  readonly create: Endpoint
  /** Absent for what is never changed once it is written. */
  readonly change?: Endpoint
  readonly history?: Endpoint
}

/** The rules of a kind beyond its schema, and its computed fields. */
export interface WorkRules {
  /** @throws DomainError `conflict` or `unprocessable` for an invalid item, with the field */
  check(principal: Principal, item: NewWorkItem<Content>, before: Item | null): Promise<void> | void
  /** What follows from an item and is stored with it: whose draft it is, figures that are frozen with it, a day. */
  complete?(
    principal: Principal,
    item: NewWorkItem<Content>,
    before: Item | null,
  ): Promise<Completion> | Completion
  /** The content as a reader may see it, now and in the history; absent = all of it. */
  contentFor?(principal: Principal, content: Content): Content
  /** The computed fields of one. */
  derive(item: Item): object
  /** Those of several at once, where they take a look elsewhere or depend on who reads. */
  deriveEach?(items: readonly Item[], principal: Principal): Promise<readonly object[]>
}

export interface Completion {
  /** Fields of the content beside those that were sent. */
  readonly content?: Content
  readonly audience?: WorkAudience
  readonly state?: string
  readonly dueOn?: string | null
  readonly draftOf?: number
  readonly handIn?: boolean
}

/** The routes of one kind of work items. */
export function workRoutes(
  { kind, fields, ...calls }: WorkCalls,
  { check, derive, deriveEach, complete = () => ({}), contentFor = (_, content) => content }: WorkRules,
  work: WorkService,
): readonly Route[] {
  const shown = async (items: readonly Item[], principal: Principal) => {
    const computed = (await deriveEach?.(items, principal)) ?? items.map((item) => derive(item))
    return items.map((item, k) => ({ ...stored(item, principal), ...computed[k] }))
  }
  const stored = (item: Item, principal: Principal) => {
    const { id, areaId, partOf, audience, state, dueOn, content, revision, changed } = item
    const { at, name } = changed
    const common = { id, areaId, partOf, audience, state, dueOn, revision, changed: { at, name } }
    return { ...common, ...contentFor(principal, content) }
  }
  const tagged = async (
    item: Item,
    principal: Principal,
    headers: Record<string, string> = {},
    status = 200,
  ) => json((await shown([item], principal))[0], { ETag: revisionTag(item.revision), ...headers }, status)
  const contentOf = (body: Content) =>
    Object.fromEntries(fields.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]))
  const change = async (call: Call<Endpoint>) => {
    const of = (await work.find(call.principal, kind, idOf(call))) as Item
    const patch = call.body as Content & Partial<WorkItemChange>
    const { audience = of.audience, state = of.state, dueOn = of.dueOn } = patch
    const changed = { audience, state, dueOn, content: { ...of.content, ...contentOf(patch) } }
    const next = { ...of, ...changed }
    await check(call.principal, next, of)
    const { content: added, draftOf: _, handIn = false, ...rest } = await complete(call.principal, next, of)
    const whole = { ...changed, ...rest, handIn, content: { ...changed.content, ...added } }
    const [item] = await work.write(call.principal, [{ of, revision: revisionOf(call), change: whole }])
    return tagged(item as Item, call.principal)
  }
  const history = async (call: Call<Endpoint>) => {
    const states = await work.history(call.principal, kind, idOf(call))
    const items = states.map(({ content, changed: { at, name }, ...rest }) => {
      return { ...rest, ...contentFor(call.principal, content as Content), changed: { at, name } }
    })
    return json({ items })
  }
  return [
    endpoint(calls.list, async ({ query, principal }) => {
      const { area } = query as { readonly area?: number }
      const filter = { kind, ...(area !== undefined && { areaIds: [area] }) }
      return json({ items: await shown((await work.list(principal, filter)) as readonly Item[], principal) })
    }),
    endpoint(calls.create, async ({ body, principal }) => {
      const given = body as Content & Omit<NewWorkItem, 'kind' | 'content'>
      const { areaId, partOf, audience, state, dueOn, sentId = null } = given
      const insert = { kind, areaId, partOf, audience, state, dueOn, sentId, content: contentOf(given) }
      await check(principal, insert, null)
      const { content: added, handIn: _, ...rest } = await complete(principal, insert, null)
      const whole = { ...insert, ...rest, content: { ...insert.content, ...added } }
      const [item] = await work.write(principal, [{ insert: whole }])
      return tagged(item as Item, principal, { Location: `${calls.list.path}/${item!.id}` }, 201)
    }),
    ...(calls.change === undefined ? [] : [endpoint(calls.change, change)]),
    ...(calls.history === undefined ? [] : [endpoint(calls.history, history)]),
  ]
}

function idOf({ params }: Call<Endpoint>): number {
  return (params as { readonly id: number }).id
}

/** @throws DomainError `precondition-required` */
function revisionOf({ revision }: Call<Endpoint>): number {
  if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
  return revision
}
