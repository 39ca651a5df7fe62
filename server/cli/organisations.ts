import { parseArgs } from 'node:util'
import { areaContract } from '../areas/index.ts'
import { type Organisation, peopleContract } from '../accounts/index.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import { callJson } from './call-json.ts'
import type { Command, CommandContext } from './command.ts'
import { ORGANISATIONS_HELP } from './help/organisations-help.ts'
import type { Session } from './session.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { type Noun, REFUSAL_MESSAGES } from './refusal-messages.ts'

interface Named {
  readonly id: number
  readonly name: string
}

interface Options {
  readonly name?: string | undefined
  readonly kind?: string | undefined
  readonly area?: readonly string[] | undefined
  readonly json: boolean
}

/** Adds, changes and lists boards, companies, the police and parties. */
export const organisations: Command = {
  name: 'organisations',
  ...ORGANISATIONS_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        kind: { type: 'string' },
        area: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    })
    const [action, name, ...others] = positionals
    const isList = action === 'list'
    if ((action !== 'add' && action !== 'change' && !isList) || others.length > 0)
      throw invalidParameter(
        'organisations',
        positionals,
        MESSAGES.followedBy({
          sv: 'add, change eller list, och ett namn',
          en: 'add, change or list, and one name',
        }),
      )
    if ((name === undefined) !== isList)
      throw invalidParameter('NAME', name, isList ? MESSAGES.notToList : MESSAGES.oneName)
    const session = await context.open()
    if (isList) return list(session, values.json, context)
    return action === 'add' ? add(session, name!, values, context) : change(session, name!, values, context)
  },
}

async function add(
  session: Session,
  name: string,
  { name: renamed, kind, area = [], json }: Options,
  context: CommandContext,
): Promise<ExitCode> {
  if (renamed !== undefined) throw invalidParameter('--name', renamed, MESSAGES.withChange)
  if (kind === undefined)
    throw invalidParameter('--kind', kind, MESSAGES.oneOf(['board', 'company', 'police', 'party']))
  const { createOrganisation } = peopleContract
  const given = { name, kind, areas: await areasOf(session, area) }
  const body = parseAs(createOrganisation.body, given, 'invalid-parameter')
  return printed(await callJson<Organisation>(session, createOrganisation, { body }), json, context)
}

async function change(
  session: Session,
  name: string,
  options: Options,
  context: CommandContext,
): Promise<ExitCode> {
  const { replaceOrganisation } = peopleContract
  const known = await organisationOf(session, name)
  const given = {
    name: options.name ?? known.name,
    kind: options.kind ?? known.kind,
    areas: options.area === undefined ? known.areas : await areasOf(session, options.area),
  }
  const body = parseAs(replaceOrganisation.body, given, 'invalid-parameter')
  const stored = await callJson<Organisation>(session, replaceOrganisation, {
    params: { id: known.id },
    body,
  })
  return printed(stored, options.json, context)
}

async function list(session: Session, json: boolean, context: CommandContext): Promise<ExitCode> {
  const items = await allOf(session)
  const lines =
    items.length === 0 ? [OUTPUT_MESSAGES.noOrganisations[languageOf(process.env)]] : items.map(lineOf)
  context.stdout.write(json ? `${JSON.stringify({ items })}\n` : `${lines.join('\n')}\n`)
  return 0
}

function printed(organisation: Organisation, json: boolean, context: CommandContext): ExitCode {
  context.stdout.write(json ? `${JSON.stringify(organisation)}\n` : `${lineOf(organisation)}\n`)
  return 0
}

function lineOf({ id, name, kind, areas }: Organisation): string {
  return [String(id), kind, areas.map(({ areaId }) => areaId).join(',') || '-', name].join('\t')
}

async function allOf(session: Session): Promise<readonly Organisation[]> {
  const { listOrganisations } = peopleContract
  return (await callJson<{ readonly items: readonly Organisation[] }>(session, listOrganisations)).items
}

/** The organisation of a name, whatever its case. @throws DomainError `not-found` */
export async function organisationOf(session: Session, name: string): Promise<Organisation> {
  return byName('organisation', name, await allOf(session))
}

/** @throws DomainError `not-found` for a name that no place or district has, `conflict` for one that several have */
async function areasOf(session: Session, texts: readonly string[]): Promise<Organisation['areas']> {
  if (texts.length === 0) return []
  const known = (
    await Promise.all((['district', 'place'] as const).map((kind) => areasOfKind(session, kind)))
  ).flat()
  return texts.map((text) => {
    const [name = '', from = '', to = ''] = text.split(',').map((part) => part.trim())
    const { id } = byName('area', name, known)
    return { areaId: id, from: from === '' ? null : from, to: to === '' ? null : to }
  })
}

async function areasOfKind(session: Session, kind: string): Promise<readonly Named[]> {
  const { features } = await callJson<{
    readonly features: readonly { readonly id: number; readonly properties: { readonly name: string } }[]
  }>(session, areaContract.areas.list, { query: { kind, limit: '1000' } })
  return features.map(({ id, properties }) => ({ id, name: properties.name }))
}

function byName<T extends Named>(noun: Noun, name: string, all: readonly T[]): T {
  const found = all.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase())
  if (found.length > 1) throw new DomainError('conflict', REFUSAL_MESSAGES.severalNamed(noun, name))
  if (found[0] === undefined) throw new DomainError('not-found', REFUSAL_MESSAGES.noneNamed(noun, name))
  return found[0]
}
