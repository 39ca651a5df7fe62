import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { ENDPOINTS, PATHS } from '../../../server/app.ts'
import { impliedRefusals, openApiDocument } from '../../../server/platform/http/openapi.ts'
import { pathTo } from '../../../server/platform/http/paths.ts'
import { MAP_PATHS } from '../../../server/map-tiles/paths.ts'
import { REVIEW_PATHS } from '../../../server/reviews/paths.ts'
import { SOURCE_PATHS } from '../../../server/sources/paths.ts'

const document = openApiDocument(ENDPOINTS)

interface Parameter {
  readonly name: string
  readonly description?: string
  readonly schema: { readonly description?: string }
}

describe('the OpenAPI document', () => {
  it('holds every path of the API and no other', () => {
    expect(Object.keys(document.paths ?? {}).sort()).toEqual(Object.values(PATHS).sort())
  })

  it('gives every operation a unique id', () => {
    const ids = ENDPOINTS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('describes every parameter of a path template', () => {
    for (const { path, params } of ENDPOINTS) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
      const shape = (params as unknown as { readonly shape: object }).shape
      expect(Object.keys(shape).sort(), path).toEqual(names.sort())
    }
  })

  it('describes every operation and each of its parameters', () => {
    const silent = ENDPOINTS.flatMap(({ id, path, method }) => {
      const { summary, parameters = [] } = document.paths![path]![method]!
      const unsaid = (parameters as readonly Parameter[]).filter(
        ({ description, schema }) => !(description ?? schema.description),
      )
      return [...unsaid.map(({ name }) => `${id} ${name}`), ...(summary ? [] : [id])]
    })
    expect(silent).toEqual([])
  })

  it('has the right that each operation needs, the security schemes, and the public operations', () => {
    const { securitySchemes = {} } = document.components!
    expect(Object.keys(securitySchemes)).toEqual(['key', 'basic', 'session'])
    for (const { id, path, method, access } of ENDPOINTS) {
      const { security } = document.paths![path]![method]!
      const rights = access === 'signed-in' ? [] : [access]
      const reported = access === 'anyone' ? [] : [{ key: rights }, { basic: rights }, { session: rights }]
      expect(security, id).toEqual(reported)
    }
  })

  it('has no pattern beside a format, which breaks client generators', () => {
    const both = (value: unknown): unknown[] => {
      if (typeof value !== 'object' || value === null) return []
      const own = 'format' in value && 'pattern' in value ? [value] : []
      return [...own, ...Object.values(value).flatMap(both)]
    }
    expect(both(document)).toEqual([])
    expect(JSON.stringify(document)).toContain('"format":"date-time"')
  })

  it('declares on an endpoint only refusals that are not implied', () => {
    for (const endpoint of ENDPOINTS) {
      const implied = impliedRefusals(endpoint)
      expect(
        endpoint.errors.filter((code) => implied.includes(code)),
        endpoint.id,
      ).toEqual([])
    }
  })

  it('has the refusals for revision, missing rights and undisclosed resources', () => {
    const { responses } = document.paths![REVIEW_PATHS.reviewState]!.post!
    const reported = Object.entries(responses!).map(([status, response]) => [
      status,
      (response as { readonly description: string }).description,
    ])
    expect(Object.fromEntries(reported)).toMatchObject({
      401: 'unauthenticated',
      403: 'forbidden, second-person',
      404: 'not-found',
      409: 'conflict',
      412: 'precondition-failed',
      428: 'precondition-required',
      503: 'busy, database-unavailable, deadline-exceeded',
    })
  })

  it('has the refusal of other sites on every call that changes something', () => {
    const silent = ENDPOINTS.filter(
      ({ path, method }) => method !== 'get' && document.paths![path]![method]!.responses![403] === undefined,
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  it('holds schemas that a JSON Schema validator compiles', () => {
    const ajv = new Ajv2020.default({ strict: false, validateFormats: false })
    ajv.addSchema(document, 'api')
    for (const name of Object.keys(document.components?.schemas ?? {}))
      expect(ajv.getSchema(`api#/components/schemas/${name}`), name).toBeTypeOf('function')
  })
})

describe('a path', () => {
  it('is filled in with encoded values', () => {
    expect(pathTo(SOURCE_PATHS.source, { id: 'a b/c' })).toBe('/api/sources/a%20b%2Fc')
    expect(pathTo(MAP_PATHS.tile, { layer: 'hotspots', z: 3, x: 2, y: 1 })).toBe('/tiles/hotspots/3/2/1.mvt')
  })
})
