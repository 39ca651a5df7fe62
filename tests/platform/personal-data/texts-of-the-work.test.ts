import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS } from '../../../server/app.ts'

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly minItems?: number
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly propertyNames?: { readonly enum?: readonly string[] }
  readonly additionalProperties?: Schema | boolean
}
type Path = readonly (string | number)[]

/** Modules in whose texts people write of the work round a place. */
const OF_THE_WORK = [
  'meetings',
  'observations',
  'measures',
  'evaluations',
  'walks',
  'agreements',
  'needs',
  'situation-pictures',
  'board-reports',
  'board-cases',
  'notices',
  'glossary',
  'records-requests',
]
/** Secrets and ids, which nobody writes. */
const NOT_WRITTEN = ['token', 'reportId']
const A_PHONE_NUMBER = 'Ring 070-123 45 67'

/** A schema with its references replaced by what they name. */
function inlined({ $defs = {}, ...whole }: z.core.JSONSchema.BaseSchema): Schema {
  const inner = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inner)
    if (typeof part !== 'object' || part === null) return part
    const name = '$ref' in part ? String(part.$ref).split('/').at(-1)! : null
    if (name !== null) return inner($defs[name])
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inner(value)]))
  }
  return inner(whole) as Schema
}

/** The first of the names that a record has, and what stands under each; null for what is no record. */
function recordOf({ propertyNames, additionalProperties }: Schema): readonly [string, Schema] | null {
  const name = propertyNames?.enum?.[0]
  return name === undefined || typeof additionalProperties !== 'object' ? null : [name, additionalProperties]
}

/** Paths of the texts that people write in a value of a schema. */
function textsOf(schema: Schema, path: Path = []): readonly Path[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((part) => textsOf(part, path))
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, part]) => textsOf(part, [...path, name]))
  if (schema.items !== undefined) return textsOf(schema.items, [...path, 0])
  const record = recordOf(schema)
  if (record !== null) return textsOf(record[1], [...path, record[0]])
  const isWritten =
    schema.type === 'string' &&
    [schema.enum, schema.const, schema.format, schema.pattern].every((rule) => rule === undefined) &&
    !NOT_WRITTEN.includes(String(path.at(-1)))
  return isWritten ? [path] : []
}

/** A valid value with every text in it; what may be null and holds no text is null. */
function valueOf(schema: Schema, name = ''): unknown {
  const { anyOf, properties, items, prefixItems } = schema
  if (anyOf !== undefined) {
    const isNullable = anyOf.some(({ type }) => type === 'null')
    if (isNullable && textsOf(schema).length === 0) return null
    return valueOf(anyOf.find(({ type }) => type !== 'null')!, name)
  }
  if (properties !== undefined)
    return Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, valueOf(part, key)]))
  const record = recordOf(schema)
  if (record !== null) return { [record[0]]: valueOf(record[1], record[0]) }
  if (prefixItems !== undefined) return prefixItems.map((part) => valueOf(part))
  if (items !== undefined)
    return textsOf(items).length === 0 && schema.minItems === undefined
      ? []
      : Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => valueOf(items))
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.type === 'boolean') return true
  if (schema.type === 'string') return stringOf(schema, name)
  return Math.max(1, schema.minimum ?? 1)
}

function stringOf({ format, pattern }: Schema, name: string): string {
  if (format === 'date') return '2026-03-12'
  if (name === 'reportId') return '0'.repeat(32)
  return pattern === undefined ? 'Mörkt' : '18:00'
}

function withText(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return A_PHONE_NUMBER
  if (Array.isArray(value)) return value.map((inner, k) => (k === key ? withText(inner, rest) : inner))
  const object = value as Readonly<Record<string, unknown>>
  return { ...object, [key]: withText(object[key], rest) }
}

const written = ENDPOINTS.flatMap(({ id, tag, body }) => {
  if (!OF_THE_WORK.includes(tag) || !(body instanceof z.ZodType)) return []
  const schema = inlined(z.toJSONSchema(body, { io: 'input' }))
  return textsOf(schema).map((path) => [id, path.join('.'), path, body, schema] as const)
})

describe('texts of the work round a place', () => {
  it('are many, so that the list below is not an empty one', () => {
    expect(written.length).toBeGreaterThan(30)
  })

  it.each(written)(
    '%s refuses a phone number in %s and names the field',
    (_id, _name, path, body, schema) => {
      const value = valueOf(schema)
      const plain = body.safeParse(value)
      expect(plain.error?.issues ?? []).toEqual([])
      const issues = body.safeParse(withText(value, path)).error?.issues ?? []
      expect(issues.map((issue) => issue.path)).toEqual([path])
      expect(issues[0]!.message).toContain('070-123 45 67')
    },
  )
})
