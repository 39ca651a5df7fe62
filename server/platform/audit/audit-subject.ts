import type { Endpoint } from '../http/endpoint.ts'
import type { EndpointResponse } from '../http/endpoint-response.ts'

/** The parameter that names a thing. Others are left alone: a token opens one. */
const ID = '{id}'

/** What a call was about, by its endpoint, its path parameters after their parse, and its answer once there is one. */
export type SubjectOf = (
  endpoint: Pick<Endpoint, 'path'>,
  params: unknown,
  response: EndpointResponse | null,
) => string | null

/**
 * What a call was about, in one word: `camera/5` for `/api/cameras/5` and whatever lies below it, and for the `POST` to
 * `/api/cameras` that made it. Null for a call about nothing in particular.
 *
 * @param paths templates by name: the name is that of the thing that a template ending in `{id}` names
 */
export function createSubjectOf(paths: Readonly<Record<string, string>>): SubjectOf {
  const nameByTemplate = new Map(Object.entries(paths).map(([name, template]) => [template, name]))
  const subject = (template: string, id: unknown): string | null => {
    const name = nameByTemplate.get(template)
    return name === undefined || !isId(id) ? null : `${name}/${id}`
  }
  return ({ path }, params, response) => {
    const end = path.indexOf(ID)
    return end < 0
      ? subject(`${path}/${ID}`, response === null ? null : idIn(response))
      : subject(path.slice(0, end + ID.length), (params as { readonly id?: unknown }).id)
  }
}

/** The id of what an answer tells of, or of the only thing that it tells the ids of. */
function idIn({ body }: EndpointResponse): unknown {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return null
  const { id, ids } = body.value as { readonly id?: unknown; readonly ids?: unknown }
  return Array.isArray(ids) && ids.length === 1 ? ids[0] : id
}

/** Ids of ours, and none that could be anything else: the trail is read by people who may see no incidents. */
function isId(id: unknown): id is number | string {
  return typeof id === 'number' || (typeof id === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(id))
}
