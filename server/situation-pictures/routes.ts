import type { Route } from '../platform/http/route.ts'
import { workRoutes } from '../work/index.ts'
import * as contract from './contract.ts'
import { lineRules, type PictureDeps, pictureRules } from './rules.ts'

/** Routes of situation pictures, and of the lines that parties add to them. */
export function pictureRoutes(deps: PictureDeps): readonly Route[] {
  return [
    ...workRoutes(contract.situationPictures, pictureRules(deps), deps.work),
    ...workRoutes(contract.pictureLines, lineRules(deps), deps.work),
  ]
}
