import type { IncomingMessage } from 'node:http'
import { decodeCursor } from '../../platform/http/fields/page.ts'
import { pathTo } from '../../platform/http/paths.ts'
import { ACCOUNT_PATHS } from '../paths.ts'
import * as contract from './contract.ts'
import type { Account } from './accounts.ts'
import { invalidParameter } from '../../engine/errors.ts'
import type { OrganisationService } from './organisations.ts'
import type { PeopleService } from './people.ts'
import { json, page } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'

interface Deps {
  readonly people: PeopleService
  readonly organisations: OrganisationService
  /** Address under which the caller reaches the page, without a slash at its end. */
  readonly baseUrlOf: (request: Pick<IncomingMessage, 'headers'>) => string
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Routes of accounts and organisations, for administrators. */
export function peopleRoutes({ people, organisations, baseUrlOf }: Deps): readonly Route[] {
  return [
    endpoint(contract.listUsers, async ({ query }) => {
      if (query.email !== undefined) {
        if (query.cursor !== undefined)
          throw invalidParameter(
            'cursor',
            query.cursor,
            'is not taken with email, which one account has at most',
          )
        const found = await people.findByEmail(query.email)
        return page({ items: found === null ? [] : [userOf(found)] }, null, NO_STORE)
      }
      const after = decodeCursor(query.cursor) ?? 0
      const found = await people.list({ after, limit: query.limit })
      const next = found.length < query.limit ? null : found.at(-1)!.id
      return page({ items: found.map(userOf) }, next, NO_STORE)
    }),
    endpoint(contract.inviteUser, async ({ body, principal, request }) => {
      const { account, link } = await people.invite(body, principal, baseUrlOf(request))
      const headers = { ...NO_STORE, Location: pathTo(ACCOUNT_PATHS.user, { id: account.id }) }
      return json({ user: userOf(account), invitation: link }, headers, 201)
    }),
    endpoint(contract.getUser, async ({ params }) => json(userOf(await people.find(params.id)), NO_STORE)),
    endpoint(contract.updateUser, async ({ params, body, principal }) =>
      json(userOf(await people.update(params.id, body, principal)), NO_STORE),
    ),
    endpoint(contract.resetUser, async ({ params, principal, request }) =>
      json(await people.reset(params.id, principal, baseUrlOf(request)), NO_STORE),
    ),
    endpoint(contract.listOrganisations, async () => json({ items: await organisations.list() }, NO_STORE)),
    endpoint(contract.listOwners, async ({ audience }) => {
      const owners = await organisations.owners(audience)
      return json({ items: owners.map(({ id, name, kind }) => ({ id, name, kind })) }, NO_STORE)
    }),
    endpoint(contract.createOrganisation, async ({ body, principal }) => {
      const stored = await organisations.create(body, principal)
      return json(stored, { Location: pathTo(ACCOUNT_PATHS.organisation, { id: stored.id }) }, 201)
    }),
    endpoint(contract.getOrganisation, async ({ params }) =>
      json(await organisations.find(params.id), NO_STORE),
    ),
    endpoint(contract.replaceOrganisation, async ({ params, body, principal }) =>
      json(await organisations.replace(params.id, body, principal), NO_STORE),
    ),
  ]
}

function userOf({ openId, ...account }: Account) {
  return { ...account, openIdConnect: openId !== null }
}
