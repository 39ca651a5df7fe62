import type { Endpoint } from '../http/endpoint.ts'
import type { EndpointResponse } from '../http/endpoint-response.ts'

/** The parameter that names a resource. Others are ignored, for a token in a path is a secret. */
const ID = '{id}'

/** The subject of a call, from its endpoint, its parsed path parameters, and its response once there is one. */
export type SubjectOf = (
  endpoint: Pick<Endpoint, 'path'>,
  params: unknown,
  response: EndpointResponse | null,
) => string | null

/**
 * The subject of a call for the audit log: `camera/5` for `/api/cameras/5` and whatever lies below it, and for the
 * `POST` to `/api/cameras` that created it. Null for a call without one.
 *
 * @param paths templates by name; the name is that of the resource whose template ends in `{id}`
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

/** The id in a response that holds one resource, or a list of one. */
function idIn({ body }: EndpointResponse): unknown {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return null
  const { id, ids } = body.value as { readonly id?: unknown; readonly ids?: unknown }
  return Array.isArray(ids) && ids.length === 1 ? ids[0] : id
}

/** Our own ids only: people who may see no incidents read the audit log. */
function isId(id: unknown): id is number | string {
  return typeof id === 'number' || (typeof id === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(id))
}
