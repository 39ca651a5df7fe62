import { json, noContent } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import type { DigestService } from './digest-service.ts'

interface Deps {
  readonly digests: DigestService
}

/** Routes of the weekly letter. */
export function digestRoutes({ digests }: Deps): readonly Route[] {
  const stateOf = async (principal: Parameters<DigestService['language']>[0]) =>
    json({ language: await digests.language(principal), mailIsSet: digests.mailIsSet })
  return [
    endpoint(contract.getDigest, ({ principal }) => stateOf(principal)),
    endpoint(contract.chooseDigest, async ({ body, principal }) => {
      await digests.choose(principal, body.language)
      return stateOf(principal)
    }),
    endpoint(contract.stopDigest, async ({ principal }) => {
      await digests.stop(principal)
      return noContent()
    }),
    endpoint(contract.stopDigestByLetter, async ({ query }) => {
      await digests.stopByToken(query.token)
      return noContent()
    }),
  ]
}
