import { parseSync } from '@swc/core'

/** Words that puzzle a reader who knows the field, each with the field's own. */
export const GLOSSARY: Readonly<Record<string, string>> = {
  most: 'max',
  least: 'min',
  longest: 'max…Length',
  fewest: 'min',
  told: 'disclosed, reported',
  untold: 'unreleased',
  overtaken: 'conflict',
  handling: 'public document',
  handlings: 'public documents',
  silence: 'idle timeout',
  seat: 'slot',
  patience: 'timeout',
  patiently: 'with retry',
  shelf: 'cache, store',
  drawer: 'renderer',
  keeper: 'repository',
  answer: 'response',
  ask: 'request',
  asks: 'requests',
  asker: 'client',
  caller: 'principal',
  callers: 'principals',
  trail: 'audit log',
  noted: 'audited',
  begun: 'intent, started',
  deed: 'command',
  happening: 'event',
  thing: 'feature, resource',
  things: 'features',
  glimpse: 'summary',
  sight: 'visibility',
  beside: 'shadow',
  felt: 'perceived safety',
  trial: 'fault injection',
  trials: 'fault injection',
  teeth: 'mutation',
  witness: 'counterexample',
  witnesses: 'counterexamples',
}

/** The words of a name in camel, snake or kebab case, in lower case. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

/** Identifiers of a source text that hold a word of the glossary and are not allowed. */
export function puzzlingNames(text: string, allowed: ReadonlySet<string>, tsx = false): readonly string[] {
  const found = new Set<string>()
  collect(parseSync(text, { syntax: 'typescript', tsx, target: 'es2022' }), found)
  return [...found].filter((name) => !allowed.has(name) && isPuzzling(name))
}

export function isPuzzling(name: string): boolean {
  return wordsOf(name).some((word) => Object.hasOwn(GLOSSARY, word))
}

function collect(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  const { type, value } = node as { readonly type?: unknown; readonly value?: unknown }
  if (type === 'Identifier' && typeof value === 'string') found.add(value)
  for (const part of Object.values(node)) collect(part, found)
}
