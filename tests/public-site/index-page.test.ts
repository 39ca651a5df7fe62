import { describe, expect, it } from 'vitest'
import { indexPage } from '../../server/public-site/pages/index-page.ts'

const index = {
  schemaVersion: '1.0.0',
  demo: false,
  preparing: false,
  reportUrl: null,
  releases: [
    {
      key: '2026-Q1',
      kind: 'quarter' as const,
      from: '2026-01-01',
      to: '2026-03-31',
      title: { sv: 'januari–mars 2026', en: 'January–March 2026' },
      publishedAt: '2026-06-01T08:00:00.000Z',
      manifest: 'releases/2026-Q1/manifest.json',
    },
  ],
  layers: [{ id: 'guards', href: 'layers/guards.geojson', title: { sv: '<Vakter>', en: 'Guards' } }],
}

describe('the index page of the public tree', () => {
  const hrefs = (text: string) => [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)

  it('leads to the tables and the method of each release, and to each layer, by relative links', () => {
    expect(hrefs(indexPage(index))).toEqual([
      'releases/2026-Q1/areas.csv',
      'releases/2026-Q1/areas.geojson',
      'releases/2026-Q1/method.sv.html',
      'layers/guards.geojson',
      'releases/2026-Q1/areas.csv',
      'releases/2026-Q1/areas.geojson',
      'releases/2026-Q1/method.en.html',
      'layers/guards.geojson',
    ])
  })

  it('leads to a page of tables for each area, in the language of its part', () => {
    const areas = [{ key: 'a1', name: 'Hamnen & Kajen', residents: null, figures: [] }]
    const text = indexPage(index, [], areas)
    expect(hrefs(text).filter((href) => href!.startsWith('areas/'))).toEqual([
      'areas/a1.sv.html',
      'areas/a1.en.html',
    ])
    expect(text).toMatch('Hamnen &amp; Kajen')
  })

  it('runs no script, escapes markup in a title, and names the emergency number', () => {
    const text = indexPage(index)
    expect(text).not.toMatch(/<script|style=/)
    expect(text).toContain('&lt;Vakter&gt;')
    expect(text).toMatch(/Ring 112/)
  })

  it('states invented data, and an empty tree', () => {
    const empty = indexPage({ ...index, demo: true, releases: [] })
    expect(empty).toContain('påhittat')
    expect(empty).toContain('Inget är publicerat ännu.')
    expect(indexPage(index)).not.toContain('påhittat')
  })
})
