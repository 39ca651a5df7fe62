import { json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'
import type { ReviewService } from '../review-service.ts'
import { changed, needed } from '../routes.ts'
import type { ChecklistService } from './checklist-service.ts'
import * as contract from './contract.ts'

interface Deps {
  readonly reviews: Pick<ReviewService, 'permissions'>
  readonly reviewChecklists: ChecklistService
}

/** Routes of the checklists of reviews. */
export function checklistRoutes({ reviews, reviewChecklists }: Deps): readonly Route[] {
  return [
    endpoint(contract.getChecklist, async ({ params, principal }) =>
      json(await reviewChecklists.view(params.id, principal)),
    ),
    endpoint(contract.fillChecklist, async ({ params, body, revision, principal }) =>
      changed(
        await reviewChecklists.fill(params.id, needed(revision), body, principal),
        principal,
        reviews.permissions,
      ),
    ),
  ]
}
