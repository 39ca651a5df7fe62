import type { MultiPolygon, Polygon } from 'geojson'
import type { Audience } from '../platform/access/audience.ts'
import type { CheckResponse, CheckResult } from './check-response.ts'
import type { CheckOptions, CheckService } from './check-service.ts'
import type { CheckRequest } from './request.ts'
import { siteDifferences, type SiteDifferences } from './site-differences.ts'

/** A check, with that of another area where one was given. */
export interface ComparedCheck extends CheckResponse {
  readonly alternative: (CheckResult & { readonly differences: SiteDifferences }) | null
}

interface Compared {
  readonly request: CheckRequest
  /** WGS 84. */
  readonly against: Polygon | MultiPolygon | null
}

/** Checks an area and, with the same settings, the one to compare it with. */
export async function compareCheck(
  checks: Pick<CheckService, 'check'>,
  { request, against }: Compared,
  audience: Audience,
  options: CheckOptions,
): Promise<ComparedCheck> {
  const found = await checks.check(request, audience, options)
  if (against === null) return { ...found, alternative: null }
  const { evidence, sha256 } = await checks.check({ ...request, geometry: against }, audience, options)
  const differences = siteDifferences(found.evidence, evidence)
  return { ...found, alternative: { evidence, sha256, differences } }
}
