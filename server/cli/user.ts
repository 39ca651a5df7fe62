import { parseArgs } from 'node:util'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import { type People, peopleDirectly, type Person } from './user-directly.ts'
import { peopleThroughServer } from './user-through-server.ts'
import { inviteUser, type OneTimeLink } from '../accounts/index.ts'

const ACTIONS = ['add', 'list', 'disable', 'enable', 'reset'] as const
type Action = (typeof ACTIONS)[number]
const PAGE = 500

/** Invites people, lists them, closes and opens their accounts, and makes links to choose a password by. */
export const user: Command = {
  name: 'user',
  summary: 'Invite people, list, disable and enable accounts, reset passwords',
  help: `Usage: lagesbild user add EMAIL --role ROLE [--name NAME] [--organisation NAME] [--json]
       lagesbild user list [--json]
       lagesbild user disable EMAIL [--json]
       lagesbild user enable EMAIL [--json]
       lagesbild user reset EMAIL [--json]

add and reset print a one-time link by which the person chooses a password: hand it over by a channel that you trust.
It works once, for seven days (after reset: one), and no longer once there is a newer one. disable ends every session
within a second, in every server.

  --role          partner, planner, coordinator, analyst or admin
  --name          the person's name; the address unless given
  --organisation  name of an organisation that is there; its places bound a partner
  --json          one JSON object`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        name: { type: 'string' },
        organisation: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [action, email, ...others] = positionals
    if (!isAction(action) || others.length > 0)
      throw invalidParameter('user', positionals, `is followed by ${ACTIONS.join(', ')} and one address`)
    if ((email === undefined) !== (action === 'list'))
      throw invalidParameter('EMAIL', email, action === 'list' ? 'is not given to list' : 'one address')
    const people = await peopleOf(context)
    if (action === 'list') return list(people, values.json, context)
    if (action === 'add') return add(people, { ...values, email: email! }, context)
    return change(people, action, email!, values.json, context)
  },
}

interface AddOptions {
  readonly email: string
  readonly role?: string | undefined
  readonly name?: string | undefined
  readonly organisation?: string | undefined
  readonly json: boolean
}

async function add(people: People, options: AddOptions, context: CommandContext): Promise<ExitCode> {
  const { email, role, name = email, organisation, json } = options
  const organisationId = organisation === undefined ? null : await organisationIdOf(organisation, people)
  const invitee = parseAs(inviteUser.body, { email, name, role, organisationId }, 'invalid-parameter')
  const { person, link } = await people.invite(invitee)
  print(context, json, { user: person, invitation: link }, [lineOf(person), ...linesOf(link)])
  return 0
}

async function list(people: People, json: boolean, context: CommandContext): Promise<ExitCode> {
  const items: Person[] = []
  for (let page = await people.list({ after: 0, limit: PAGE }); ; ) {
    items.push(...page)
    if (page.length < PAGE) break
    page = await people.list({ after: page.at(-1)!.id, limit: PAGE })
  }
  print(context, json, { items }, items.length === 0 ? ['There are no accounts.'] : items.map(lineOf))
  return 0
}

async function change(
  people: People,
  action: Exclude<Action, 'add' | 'list'>,
  email: string,
  json: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const found = await people.findByEmail(email)
  if (found === null) throw new DomainError('not-found', `There is no account ${email}.`)
  if (action === 'reset') {
    const link = await people.reset(found.id)
    print(context, json, { user: found, link }, [lineOf(found), ...linesOf(link)])
    return 0
  }
  const changed = await people.update(found.id, { disabled: action === 'disable' })
  print(context, json, { user: changed }, [lineOf(changed)])
  return 0
}

async function organisationIdOf(name: string, people: People): Promise<number> {
  const wanted = name.trim().toLowerCase()
  const found = (await people.organisations()).find((known) => known.name.toLowerCase() === wanted)
  if (found === undefined) throw new DomainError('not-found', `There is no organisation ${name}.`)
  return found.id
}

async function peopleOf(context: CommandContext): Promise<People> {
  const session = await context.open()
  if (session.kind === 'remote') return peopleThroughServer(session)
  const { publicUrl, port } = context.config()
  return peopleDirectly(session, publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`)
}

function isAction(text: string | undefined): text is Action {
  return ACTIONS.includes(text as Action)
}

function print(context: CommandContext, json: boolean, value: object, lines: readonly string[]): void {
  context.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
}

function lineOf({ id, email, name, role, disabled, hasPassword, lastSignInAt }: Person): string {
  const state = disabled ? 'disabled' : hasPassword || lastSignInAt !== null ? 'active' : 'invited'
  return [String(id), email, role, state, name].join('\t')
}

function linesOf({ url, expiresAt }: OneTimeLink): readonly string[] {
  return [`Good once, until ${expiresAt}:`, url]
}
