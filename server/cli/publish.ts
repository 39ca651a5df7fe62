import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import { type BoardDecision, boardDecision } from '../platform/http/fields/board-decision.ts'
import type { Command } from './command.ts'
import { PUBLISH_HELP } from './help/publish-help.ts'
import { exportPublic } from './export-public.ts'
import { createPlaces, type Places, type PresentedPlace } from './places.ts'
import { publicFilesOf, type ReadPublic } from './public-files.ts'
import { createReleases, type Releases } from './releases.ts'
import type { PresentedRelease } from '../releases/index.ts'
import type { Texts } from '../engine/texts.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES as OUTPUT } from './output-messages.ts'

/** Releases on their way to the public. */
export const publish: Command = {
  name: 'publish',
  ...PUBLISH_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        reason: { type: 'string' },
        url: { type: 'string' },
        board: { type: 'string' },
        'decided-on': { type: 'string' },
        section: { type: 'string' },
      },
    })
    const [verb = '', ...args] = positionals
    const step = Object.hasOwn(STEPS, verb) ? STEPS[verb]! : null
    if (step === null) throw invalidParameter('publish', verb, MESSAGES.oneOf(Object.keys(STEPS)))
    if (args.length !== step.args) throw invalidParameter(`publish ${verb}`, args, step.rule)
    const session = await context.open()
    const city = {
      releases: createReleases(session, context.signal),
      places: createPlaces(session, context.signal),
      publicFiles: () => publicFilesOf(session),
    }
    const { value, lines } = await step.take(city, args[0] ?? '', values)
    context.stdout.write(values.json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
    return 0
  },
}

function said(texts: Texts): string {
  return texts[languageOf(process.env)]
}

interface Outcome {
  readonly value: unknown
  readonly lines: readonly string[]
}

interface City {
  readonly releases: Releases
  readonly places: Places
  readonly publicFiles: () => Promise<ReadPublic>
}

interface Step {
  readonly args: 0 | 1
  readonly rule: Texts
  take(city: City, word: string, options: Options): Promise<Outcome>
}

type Options = {
  readonly [name in 'reason' | 'url' | 'board' | 'decided-on' | 'section']?: string | undefined
}

const outcomeOf = (value: PresentedRelease): Outcome => ({ value, lines: [lineOf(value)] })

const STEPS: Readonly<Record<string, Step>> = {
  prepare: {
    args: 1,
    rule: MESSAGES.period,
    async take({ releases }, period) {
      const value = await releases.prepare(period)
      return { value, lines: value.length === 0 ? [said(OUTPUT.nothingDue)] : value.map(lineOf) }
    },
  },
  list: {
    args: 0,
    rule: MESSAGES.noFurtherWord,
    async take({ releases }) {
      const value = await releases.list()
      return { value, lines: value.length === 0 ? [said(OUTPUT.noReleases)] : value.map(lineOf) }
    },
  },
  show: {
    args: 1,
    rule: MESSAGES.numberInList,
    async take({ releases }, word) {
      const value = await releases.show(numberOf(word))
      return { value, lines: describe(value) }
    },
  },
  approve: {
    args: 1,
    rule: MESSAGES.numberInList,
    take: async ({ releases }, word) => outcomeOf(await releases.approve(numberOf(word))),
  },
  publish: {
    args: 1,
    rule: MESSAGES.numberInList,
    take: async ({ releases }, word) => outcomeOf(await releases.publish(numberOf(word))),
  },
  withdraw: {
    args: 1,
    rule: MESSAGES.numberInList,
    take: async ({ releases }, word, options) =>
      outcomeOf(await releases.withdraw(numberOf(word), reasonOf(options))),
  },
  places: {
    args: 0,
    rule: MESSAGES.noFurtherWord,
    async take({ places }) {
      const value = await places.list()
      return { value, lines: value.length === 0 ? [said(OUTPUT.noPlaces)] : value.map(lineOfPlace) }
    },
  },
  place: {
    args: 1,
    rule: MESSAGES.numberInList,
    async take({ places }, word, options) {
      const value = await places.publish(numberOf(word), boardOf(options))
      return { value, lines: [lineOfPlace(value)] }
    },
  },
  'withdraw-place': {
    args: 1,
    rule: MESSAGES.numberInList,
    async take({ places }, word, options) {
      const value = await places.withdraw(numberOf(word), reasonOf(options))
      return { value, lines: [lineOfPlace(value)] }
    },
  },
  discard: {
    args: 1,
    rule: MESSAGES.numberInList,
    async take({ releases }, word) {
      await releases.discard(numberOf(word))
      return { value: { discarded: numberOf(word) }, lines: [said(OUTPUT.releaseGivenUp(word))] }
    },
  },
  export: {
    args: 1,
    rule: MESSAGES.oneFolder,
    async take({ publicFiles }, directory, { url }) {
      const value = await exportPublic(await publicFiles(), directory, treeUrlOf(url))
      const { releases, files, bytes, removed } = value
      const lines = [said(OUTPUT.exported(releases, files, (bytes / 1e6).toFixed(1), directory))]
      return {
        value,
        lines: [...lines, ...removed.map((name) => said(OUTPUT.takenAway(name)))],
      }
    },
  },
}

/** @throws DomainError `invalid-parameter` for what is no address of a folder */
function treeUrlOf(url: string | undefined): string | null {
  if (url === undefined) return null
  if (!/^https?:\/\/[^?#\s]+$/.test(url) || !URL.canParse(url))
    throw invalidParameter('--url', url, MESSAGES.url)
  return url.replace(/\/+$/, '')
}

function numberOf(word: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word)) throw invalidParameter('NUMBER', word, MESSAGES.numberInList)
  return Number(word)
}

function reasonOf({ reason = '' }: Options): string {
  if (reason.trim() === '') throw invalidParameter('--reason', reason, MESSAGES.whyTakenBack)
  return reason.trim()
}

function boardOf({ board, 'decided-on': decidedOn, section }: Options): BoardDecision {
  const read = boardDecision.safeParse({ name: board, decidedOn, section: Number(section) })
  if (read.success) return read.data
  throw invalidParameter('place', { board, decidedOn, section }, MESSAGES.boardDecision)
}

function lineOfPlace({ id, name, publication }: PresentedPlace): string {
  if (publication === null) return `${id}  ${name}  ${said(OUTPUT.partnersAlone)}`
  const { board } = publication
  return `${id}  ${name}  ${said(OUTPUT.publicBy(board.name, board.decidedOn, board.section))}`
}

function lineOf({ id, key, state, attack, address }: PresentedRelease): string {
  const breaches = attack.breached.length === 0 ? '' : said(OUTPUT.breached(attack.breached.length))
  return `${id}  ${key}  ${state}${address === null ? '' : `  ${address}`}${breaches}`
}

function describe(release: PresentedRelease): readonly string[] {
  const { attack, prepared, approved, published, withdrawn, snapshotVersion } = release
  const step = (name: Parameters<typeof OUTPUT.step>[0], done: typeof prepared | null) =>
    done === null ? [] : [said(OUTPUT.step(name, done.at, done.name ?? done.by))]
  return [
    lineOf(release),
    said(OUTPUT.snapshot(snapshotVersion)),
    said(OUTPUT.attack(attack.hidden, attack.hiddenBesides, attack.atoms, attack.constraints)),
    ...attack.breached.map((figure) => `! ${figure}`),
    ...step('prepared', prepared),
    ...step('approved', approved),
    ...step('published', published),
    ...step('withdrawn', withdrawn),
    ...(withdrawn === null ? [] : [said(OUTPUT.reason(withdrawn.reason))]),
  ]
}
