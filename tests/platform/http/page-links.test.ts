import { describe, expect, it } from 'vitest'
import { json, page } from '../../../server/platform/http/endpoint-response.ts'
import { withLinks } from '../../../server/platform/http/page-links.ts'

const ADDRESS = 'https://karta.example.se/api/incidents'
const linksOf = (search: string, next: number | null) => {
  const { body, headers } = withLinks(page({ items: [] }, next), ADDRESS + search)
  const { links } = (body as { value: { links: readonly { rel: string; href: string }[] } }).value
  return { ...Object.fromEntries(links.map(({ rel, href }) => [rel, href])), header: headers.Link }
}

describe('the links of a page', () => {
  it('lead to the next page with the same query', () => {
    const { next, header } = linksOf('?from=2026-01-01T00%3A00%2B01%3A00&cursor=cDE&limit=2', 3) as Record<
      string,
      string
    >
    const params = new URL(next!).searchParams
    expect(Object.fromEntries(params)).toEqual({
      from: '2026-01-01T00:00+01:00',
      cursor: 'cDM',
      limit: '2',
    })
    expect(header).toBe(`<${next}>; rel="next"; type="application/json"`)
  })

  it('include the first page, and no next one at the end', () => {
    expect(linksOf('?cursor=cDE&limit=2', null)).toEqual({
      self: `${ADDRESS}?cursor=cDE&limit=2`,
      items: ADDRESS,
      header: undefined,
    })
  })

  it('are given to pages alone', () => {
    const response = json({ items: [] })
    expect(withLinks(response, ADDRESS)).toBe(response)
  })
})
