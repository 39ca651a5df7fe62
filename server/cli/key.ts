import { parseArgs } from 'node:util'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import { KEY_HELP } from './help/key-help.ts'
import { callJson } from './call-json.ts'
import { type ApiKey, keyContract } from '../accounts/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'

/** Makes, lists and revokes API keys. */
export const key: Command = {
  name: 'key',
  ...KEY_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string' },
        scope: { type: 'string', multiple: true, default: [] },
        organisation: { type: 'string' },
        days: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [action, subject, ...others] = positionals
    if (others.length > 0) throw invalidParameter('key', positionals, MESSAGES.oneAction)
    if (action === 'add' && subject === undefined) return add(values, context)
    if (action === 'list' && subject === undefined) return list(values.json, context)
    if (action === 'revoke') return revoke(idOf('ID', subject), values.json, context)
    throw invalidParameter(
      'key',
      action,
      MESSAGES.followedBy({
        sv: 'add, list, eller revoke och ett nummer',
        en: 'add, list, or revoke and a number',
      }),
    )
  },
}

interface AddOptions {
  readonly name?: string | undefined
  readonly role?: string | undefined
  readonly scope: readonly string[]
  readonly organisation?: string | undefined
  readonly days?: string | undefined
  readonly json: boolean
}

async function add({ scope, organisation, days, json, ...rest }: AddOptions, context: CommandContext) {
  const { createKey } = keyContract
  const body = parseAs(
    createKey.body,
    {
      ...rest,
      scopes: scope,
      organisationId: organisation === undefined ? null : idOf('--organisation', organisation),
      days: days === undefined ? null : idOf('--days', days),
    },
    'invalid-parameter',
  )
  const made = await callJson<ApiKey & { readonly token: string }>(await context.open(), createKey, { body })
  const lines = [lineOf(made), made.token, OUTPUT_MESSAGES.keyShownOnce[languageOf(process.env)]]
  print(context, json, made, lines)
  return 0 as const
}

async function list(json: boolean, context: CommandContext) {
  const { items } = await callJson<{ readonly items: readonly ApiKey[] }>(
    await context.open(),
    keyContract.listKeys,
  )
  print(
    context,
    json,
    { items },
    items.length === 0 ? [OUTPUT_MESSAGES.noKeys[languageOf(process.env)]] : items.map(lineOf),
  )
  return 0 as const
}

async function revoke(id: number, json: boolean, context: CommandContext) {
  const revoked = await callJson<ApiKey>(await context.open(), keyContract.revokeKey, { params: { id } })
  print(context, json, revoked, [lineOf(revoked)])
  return 0 as const
}

function lineOf(made: ApiKey): string {
  const { id, prefix, name, role, scopes, expiresAt, lastUsedAt, revokedAt } = made
  const { keyUntil, keyRevoked, neverUsed, lastUsed } = OUTPUT_MESSAGES
  const language = languageOf(process.env)
  const state = revokedAt === null ? keyUntil(expiresAt.slice(0, 10)) : keyRevoked(revokedAt.slice(0, 10))
  const used = lastUsedAt === null ? neverUsed : lastUsed(`${lastUsedAt.slice(0, 16)}Z`)
  return `${id}  lb_${prefix}_…  ${name}  ${role}: ${scopes.join(', ')}; ${state[language]}, ${used[language]}`
}

function print(context: CommandContext, json: boolean, value: unknown, lines: readonly string[]): void {
  context.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
}

function idOf(option: string, text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw invalidParameter(option, text, MESSAGES.wholeNumber)
}
