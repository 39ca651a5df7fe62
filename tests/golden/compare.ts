import { readFileSync } from 'node:fs'
import type { Observation } from './observation.ts'

const USAGE = 'Usage: node --import tsx tests/golden/compare.ts A.jsonl B.jsonl\n'
/** Characters on each side of the first one that differs in two bodies. */
const CONTEXT = 120

type Recorded = ReadonlyMap<string, Observation>

function read(file: string): Recorded {
  const recorded = new Map<string, Observation>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const observation = JSON.parse(line) as Observation
    const name = `${observation.kind} ${observation.key}`
    if (recorded.has(name)) throw new Error(`${file} holds two observations of ${name}.`)
    recorded.set(name, observation)
  }
  return recorded
}

/** What differs between two observations of the same request, a line each. */
function differences(a: Observation | undefined, b: Observation | undefined): readonly string[] {
  if (a === undefined) return ['is only in the second']
  if (b === undefined) return ['is only in the first']
  const lines: string[] = []
  if (a.status !== b.status) lines.push(`status ${a.status} → ${b.status}`)
  for (const name of new Set([...Object.keys(a.headers), ...Object.keys(b.headers)])) {
    const [before, after] = [a, b].map(({ headers }) => JSON.stringify(headers[name]) ?? 'none')
    if (before !== after) lines.push(`${name}: ${before} → ${after}`)
  }
  if (a.sha256 !== b.sha256) lines.push(`body, ${a.bytes} → ${b.bytes} bytes${excerpts(a.body, b.body)}`)
  return lines
}

function excerpts(a: string | undefined, b: string | undefined): string {
  if (a === undefined || b === undefined) return ''
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const near = (text: string) => text.slice(Math.max(0, at - CONTEXT), at + CONTEXT)
  return ` at ${at}:\n    - ${near(a)}\n    + ${near(b)}`
}

function compare(a: Recorded, b: Recorded): boolean {
  const differing = new Map<string, number>()
  const total = new Map<string, number>()
  const count = (counts: Map<string, number>, kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const { kind } = (a.get(name) ?? b.get(name))!
    count(total, kind)
    const lines = differences(a.get(name), b.get(name))
    if (lines.length === 0) continue
    count(differing, kind)
    process.stdout.write(`${name}\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  for (const [kind, observed] of total)
    process.stdout.write(`${kind}: ${differing.get(kind) ?? 0} of ${observed} differ\n`)
  return differing.size === 0
}

const [first, second] = process.argv.slice(2)
if (first === undefined || second === undefined) throw new Error(USAGE)
if (!compare(read(first), read(second))) process.exitCode = 1
