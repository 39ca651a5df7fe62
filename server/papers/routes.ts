import type { BaseUrlOf } from '../platform/http/base-url.ts'
import { asFile, bytes, json } from '../platform/http/endpoint-response.ts'
import { DOCX } from '../platform/http/media-types.ts'
import { type Call, endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import { missingOf } from './paper.ts'
import { paperDocx } from './paper-docx.ts'
import { paperPage } from './paper-page.ts'
import { makePaper, type PaperDeps } from './paper-service.ts'

interface Deps extends PaperDeps {
  readonly city: { readonly demo: boolean }
  readonly baseUrlOf: BaseUrlOf
}

/** Routes of papers: as data, as a page and as a Word file. */
export function paperRoutes(deps: Deps): readonly Route[] {
  const paperOf = ({ params, query, principal }: Call<typeof contract.getPaper>) =>
    makePaper(deps, principal, {
      kind: params.kind,
      areaId: query.area,
      itemId: query.item ?? null,
      audience: query.audience ?? null,
      language: query.lang,
    })
  return [
    endpoint(contract.getPaper, async (call) => {
      const paper = await paperOf(call)
      return json({ ...paper, missing: missingOf(paper) })
    }),
    endpoint(contract.getPaperPage, async (call) =>
      bytes('text/html; charset=utf-8', paperPage(await paperOf(call), queryOf(call), deps.city.demo), {
        'Cache-Control': 'no-store',
      }),
    ),
    endpoint(contract.getPaperFile, async (call) => {
      const paper = await paperOf(call)
      const file = await paperDocx(paper, deps.baseUrlOf(call.request))
      return bytes(DOCX, file, {
        ...asFile(`${paper.kind}-${call.query.area}.docx`),
        'Cache-Control': 'no-store',
      })
    }),
  ]
}

function queryOf({ query: { area, item, audience } }: Call<typeof contract.getPaper>): string {
  const given = Object.entries({ area, item, audience }).filter(([, value]) => value !== undefined)
  return given.map(([name, value]) => `${name}=${value}&`).join('')
}
