import { parseArgs } from 'node:util'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import { USER_HELP } from './help/user-help.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import { callJson } from './call-json.ts'
import { organisationOf } from './organisations.ts'
import type { Session } from './session.ts'
import { type Account, type OneTimeLink, peopleContract } from '../accounts/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

const ACTIONS = ['add', 'list', 'disable', 'enable', 'reset'] as const
type Action = (typeof ACTIONS)[number]
const PAGE = '500'

type Person = Pick<
  Account,
  'id' | 'email' | 'name' | 'role' | 'organisationId' | 'disabled' | 'hasPassword' | 'lastSignInAt'
>

interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Invites people, lists them, closes and opens their accounts, and makes links to choose a password by. */
export const user: Command = {
  name: 'user',
  ...USER_HELP,
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
      throw invalidParameter(
        'user',
        positionals,
        MESSAGES.followedBy({
          sv: `${ACTIONS.join(', ')} och en adress`,
          en: `${ACTIONS.join(', ')} and one address`,
        }),
      )
    if ((email === undefined) !== (action === 'list'))
      throw invalidParameter('EMAIL', email, action === 'list' ? MESSAGES.notToList : MESSAGES.oneAddress)
    const session = await context.open()
    if (action === 'list') return list(session, values.json, context)
    if (action === 'add') return add(session, { ...values, email: email! }, context)
    return change(session, action, email!, values.json, context)
  },
}

interface AddOptions {
  readonly email: string
  readonly role?: string | undefined
  readonly name?: string | undefined
  readonly organisation?: string | undefined
  readonly json: boolean
}

async function add(session: Session, options: AddOptions, context: CommandContext): Promise<ExitCode> {
  const { email, role, name = email, organisation, json } = options
  const organisationId = organisation === undefined ? null : (await organisationOf(session, organisation)).id
  const { inviteUser } = peopleContract
  const body = parseAs(inviteUser.body, { email, name, role, organisationId }, 'invalid-parameter')
  const invited = await callJson<{ readonly user: Person; readonly invitation: OneTimeLink }>(
    session,
    inviteUser,
    { body },
  )
  print(context, json, invited, [lineOf(invited.user), ...linesOf(invited.invitation)])
  return 0
}

async function list(session: Session, json: boolean, context: CommandContext): Promise<ExitCode> {
  const items: Person[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string> = { limit: PAGE, ...(cursor === null ? {} : { cursor }) }
    const page = await callJson<Page<Person>>(session, peopleContract.listUsers, { query })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  print(
    context,
    json,
    { items },
    items.length === 0 ? [OUTPUT_MESSAGES.noAccounts[languageOf(process.env)]] : items.map(lineOf),
  )
  return 0
}

async function change(
  session: Session,
  action: Exclude<Action, 'add' | 'list'>,
  email: string,
  json: boolean,
  context: CommandContext,
): Promise<ExitCode> {
  const { listUsers, resetUser, updateUser } = peopleContract
  const {
    items: [found],
  } = await callJson<Page<Person>>(session, listUsers, { query: { email } })
  if (found === undefined) throw new DomainError('not-found', REFUSAL_MESSAGES.noAccount(email))
  const params = { id: found.id }
  if (action === 'reset') {
    const link = await callJson<OneTimeLink>(session, resetUser, { params })
    print(context, json, { user: found, link }, [lineOf(found), ...linesOf(link)])
    return 0
  }
  const body = { disabled: action === 'disable' }
  const changed = await callJson<Person>(session, updateUser, { params, body })
  print(context, json, { user: changed }, [lineOf(changed)])
  return 0
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
  return [OUTPUT_MESSAGES.goodOnce(expiresAt)[languageOf(process.env)], url]
}
