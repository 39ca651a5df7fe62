import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { lockDirectory } from '../../db/client/directory-lock.ts'
import { chooseCity } from '../config/city.ts'
import { buildDemoCity, type DemoCity } from '../demo/city.ts'
import { demoContents, seedDemo } from '../demo/seed.ts'
import { type MeasuredClaim, measureClaims } from '../demo/truth.ts'
import { DomainError } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'

/** Tells what was planted in the demo city, or builds its database anew. */
export const demo: Command = {
  name: 'demo',
  summary: 'Tell what was planted in the demo city, or build it anew',
  help: `Usage: lagesbild demo [--json] [--rebuild]

Exempelstad is made up: its hotspots were planted. Lists them with the ratio that counting finds and the bounds that it
must lie within. Needs no database.

  --json      the truth as JSON: spots, claims, measured ratios
  --rebuild   throw the demo's database away and write it again; a real city's is never touched`,
  async run(argv, context) {
    const options = {
      json: { type: 'boolean', default: false },
      rebuild: { type: 'boolean', default: false },
    } as const
    const { values } = parseArgs({ args: [...argv], options })
    const city = buildDemoCity()
    if (values.rebuild) await rebuild(city, context)
    const measured = measureClaims(city)
    const truth = { seed: city.seed, incidents: city.incidents.length, spots: city.planted, measured }
    context.stdout.write(values.json ? `${JSON.stringify(truth)}\n` : tableOf(city, measured))
    return measured.every(isMet) ? 0 : 1
  },
}

const isMet = ({ ratio, claim }: MeasuredClaim) => ratio >= claim.ratio[0] && ratio <= claim.ratio[1]

async function rebuild(city: DemoCity, context: CommandContext): Promise<void> {
  const { demo: isDemo, directory } = chooseCity(context.config())
  if (!isDemo)
    throw new DomainError('demo-refused', 'These settings lead to a real city: the demo has none of it.')
  const lock = await lockDirectory(directory)
  rmSync(directory, { recursive: true })
  lock.release()
  const session = await context.open()
  if (session.kind === 'remote')
    throw new DomainError('conflict', 'A server runs on the demo city: stop it first.')
  await seedDemo(session.storage.repositories, demoContents(city), ({ stage, share }) => {
    if (context.stderr.isTTY === true) context.stderr.write(`\r${stage} ${Math.round(share * 100)} %   `)
  })
  if (context.stderr.isTTY === true) context.stderr.write('\n')
}

function tableOf(city: DemoCity, measured: readonly MeasuredClaim[]): string {
  const lines = measured.map((found) => {
    const { spot, claim, here, city: inAll, ratio } = found
    const when = claim.hours === null ? '' : ` ${claim.hours.startHour}–${claim.hours.endHour}`
    const [low, high] = claim.ratio
    const verdict = isMet(found) ? 'met' : 'MISSED'
    return `${spot.padEnd(22)} ${claim.group.padEnd(12)} ${claim.from} ${claim.to}${when.padEnd(7)} ${here} of ${inAll}, ${ratio.toFixed(1)} times (${low}–${high}: ${verdict})`
  })
  return `Exempelstad, seed ${city.seed}, ${city.incidents.length} incidents\n${lines.join('\n')}\n`
}
