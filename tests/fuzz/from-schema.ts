import fc from 'fast-check'

/** A JSON Schema as the OpenAPI document holds it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

/** Looks a `$ref` up. */
export type Resolve = (ref: string) => Schema
/** Valid values by field name, so that many requests pass the parse. */
export type Hints = Readonly<Record<string, fc.Arbitrary<unknown>>>

const MAX_LENGTH = 60
/** Texts that JSON and a query can carry and a database cannot keep. */
const UNSTORABLE = ['\u0000', 'a\u0000b', '\ud800']

/** Values that a schema nearly admits: by type, range and pattern, in small sizes. */
export function fromSchema(
  schema: Schema,
  resolve: Resolve,
  hints: Hints = {},
  depth = 0,
): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return fromSchema(resolve(schema.$ref), resolve, hints, depth)
  const below = (part: Schema) => fromSchema(part, resolve, hints, depth + 1)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const parts = schema.anyOf ?? schema.oneOf
  if (parts !== undefined) return fc.oneof(...parts.map(below))
  if (schema.allOf !== undefined) return merged(schema.allOf.map(below))
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (depth > 8 || types.length === 0) return fc.jsonValue({ maxDepth: 2 })
  return fc.oneof(...types.map((type) => ofType(type, schema, below, hints)))
}

function ofType(
  type: string,
  schema: Schema,
  below: (part: Schema) => fc.Arbitrary<unknown>,
  hints: Hints,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 2000, 2 ** 31 - 1),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true })
    case 'string':
      return text(schema)
    case 'array':
      return list(schema, below)
    default:
      return record(schema, below, hints)
  }
}

function text({ pattern, format, minLength = 0, maxLength = MAX_LENGTH }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  if (format === 'email') return fc.emailAddress()
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern), {
        maxLength: Math.max(minLength, Math.min(maxLength, MAX_LENGTH)),
      })
    } catch {
      // A pattern that the generator does not support: any text.
    }
  }
  const length = { minLength: Math.min(minLength, MAX_LENGTH), maxLength: Math.min(maxLength, MAX_LENGTH) }
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.stringMatching(/^[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö0-9 ]*$/, { maxLength: length.maxLength }),
    },
    { weight: 3, arbitrary: fc.string({ ...length, unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.constantFrom(...UNSTORABLE) },
  )
}

function list(
  { items = {}, prefixItems, minItems = 0, maxItems = 4 }: Schema,
  below: (part: Schema) => fc.Arbitrary<unknown>,
) {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map(below))
  return fc.array(below(items), {
    minLength: Math.min(minItems, 6),
    maxLength: Math.min(maxItems, Math.max(4, minItems)),
  })
}

function record(
  { properties = {}, required = [] }: Schema,
  below: (part: Schema) => fc.Arbitrary<unknown>,
  hints: Hints,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const plain = below(schema)
      const field =
        hints[name] === undefined
          ? plain
          : fc.oneof({ weight: 6, arbitrary: hints[name] }, { weight: 1, arbitrary: plain })
      // Optional fields are usually undefined, which JSON leaves out.
      const absent = fc.constant(undefined)
      return [
        name,
        required.includes(name)
          ? field
          : fc.oneof({ weight: 3, arbitrary: absent }, { weight: 1, arbitrary: field }),
      ]
    }),
  )
  return fc.record(fields)
}

function merged(parts: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(...parts)
    .map((values) => Object.assign({}, ...values.filter((value) => typeof value === 'object')))
}
