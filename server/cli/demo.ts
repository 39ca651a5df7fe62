import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { lockDirectory } from '../../db/client/directory-lock.ts'
import { chooseCity } from '../config/city.ts'
import { buildDemoCity, type DemoCity } from '../demo/city.ts'
import { demoContents, seedDemo } from '../demo/seed.ts'
import { type MeasuredClaim, measureClaims } from '../demo/truth.ts'
import { DomainError } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import { DEMO_HELP } from './help/demo-help.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

/** Tells what was planted in the demo city, or builds its database anew. */
export const demo: Command = {
  name: 'demo',
  ...DEMO_HELP,
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
  if (!isDemo) throw new DomainError('demo-refused', REFUSAL_MESSAGES.realCity)
  const lock = await lockDirectory(directory)
  rmSync(directory, { recursive: true })
  lock.release()
  const session = await context.open()
  if (session.kind === 'remote') throw new DomainError('conflict', REFUSAL_MESSAGES.serverOnDemo)
  await seedDemo(session.storage.repositories, demoContents(city), ({ stage, share }) => {
    if (context.stderr.isTTY === true) context.stderr.write(`\r${stage} ${Math.round(share * 100)} %   `)
  })
  if (context.stderr.isTTY === true) context.stderr.write('\n')
}

function tableOf(city: DemoCity, measured: readonly MeasuredClaim[]): string {
  const language = languageOf(process.env)
  const lines = measured.map((found) => {
    const { spot, claim, here, city: inAll, ratio } = found
    const when = claim.hours === null ? '' : ` ${claim.hours.startHour}–${claim.hours.endHour}`
    const [low, high] = claim.ratio
    return `${spot.padEnd(22)} ${claim.group.padEnd(12)} ${claim.from} ${claim.to}${when.padEnd(7)} ${OUTPUT_MESSAGES.claim(here, inAll, ratio.toFixed(1), `${low}–${high}`, isMet(found))[language]}`
  })
  return `${OUTPUT_MESSAGES.demoCity(city.seed, city.incidents.length)[language]}\n${lines.join('\n')}\n`
}
