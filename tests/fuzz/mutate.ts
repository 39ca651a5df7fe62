import fc from 'fast-check'

/** One change: where in the value, as fractions of the way through each level, and to what. */
interface Mutation {
  readonly path: readonly number[]
  readonly kind: 'replace' | 'remove' | 'add' | 'repeat'
  readonly odd: unknown
  readonly key: string
}

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '../../etc/passwd',
  "'; DROP TABLE incident; --",
  '<script>alert(1)</script>',
  '${7*7}',
  '%00',
  '=cmd|calc',
  'NaN',
  '1e400',
  '9007199254740993',
  '-0',
  '0x10',
  'å'.repeat(300),
  'a'.repeat(20_000),
]
const ODD_NUMBERS = [0, -0, -1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, 1.5, 1e21]

/** Unexpected values. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, ...ODD_NUMBERS, ...ODD_TEXTS),
  fc.constant(nested(40)),
  fc.constant(Array.from({ length: 2000 }, (_, n) => n)),
  fc.jsonValue({ maxDepth: 3 }),
)

const mutation: fc.Arbitrary<Mutation> = fc.record({
  path: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 5 }),
  kind: fc.constantFrom<Mutation['kind']>('replace', 'replace', 'remove', 'add', 'repeat'),
  odd: oddValue,
  key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '', 'id'), fc.string()),
})

/** The value with a few mutations. */
export function mutated(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([whole, mutations]) =>
      mutations.reduce((seen, change) => changed(seen, change, 0), structuredClone(whole)),
    )
}

function changed(value: unknown, change: Mutation, level: number): unknown {
  const deepest = level >= change.path.length
  if (deepest || typeof value !== 'object' || value === null) return change.odd
  const keys = Object.keys(value)
  const key = keys[Math.floor(change.path[level]! * keys.length)]
  const last = level === change.path.length - 1
  if (Array.isArray(value)) return changedList(value, change, level, Number(key ?? 0), last)
  const copy: Record<string, unknown> = { ...value }
  if (last && change.kind === 'add') return withOwn(copy, change.key, change.odd)
  if (key === undefined) return change.odd
  if (last && change.kind === 'remove') delete copy[key]
  else copy[key] = changed(copy[key], change, level + 1)
  return copy
}

function changedList(
  list: readonly unknown[],
  change: Mutation,
  level: number,
  at: number,
  last: boolean,
): unknown {
  if (last && change.kind === 'remove') return list.filter((_, index) => index !== at)
  if (last && change.kind === 'repeat') return [...list, ...list, ...list]
  if (last && change.kind === 'add') return [...list, change.odd]
  return list.map((item, index) => (index === at ? changed(item, change, level + 1) : item))
}

/** An own property of any name, `__proto__` too, so that it goes out as JSON. */
function withOwn(target: object, key: string, value: unknown): object {
  return Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)]
}
