import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../server/engine/hashes/canonical-json.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import type { StoredEvidence } from '../../../server/reviews/review.ts'
import { annexPage, type ReviewSetting } from '../../../server/reviews/page/annex-page.ts'
import { FIRST, openTinyCheck } from '../../checks/tiny-check.ts'
import { at, incident } from '../../checks/tiny-city.ts'

const timezone = 'Europe/Stockholm'
const projection = createProjection(3006)
const proposal = { title: 'Bänkar & <ljus> vid torget', caseNumber: 'Dnr 2026-17' }

describe('the page of a review’s evidence', () => {
  const { check, close } = openTinyCheck()
  let review: StoredEvidence
  const reviewPage = (
    stored: StoredEvidence,
    language: 'sv' | 'en',
    setting: Omit<ReviewSetting, 'projection' | 'map'>,
  ) =>
    annexPage(
      { review: { id: 7, state: 'draft', annex: null, steps: [], checklist: null }, seal: null },
      stored,
      language,
      {
        ...setting,
        projection,
        map: null,
      },
    )
  beforeAll(async () => {
    const crowd = Array.from({ length: 60 }, (_, k) =>
      incident(1001 + (k % 190), 1001 + (k % 240), at(2024, 6, 1)),
    )
    const elsewhere = Array.from({ length: 300 }, (_, k) =>
      incident((k * 773) % 4000, (k * 1117) % 3000, at(2024, 3, 1)),
    )
    const { evidence, sha256 } = await check([FIRST, ...crowd, ...elsewhere])
    review = {
      reviewId: 7,
      version: 1,
      snapshotVersion: evidence.provenance.snapshotVersion,
      visible: '1:1:',
      epoch: 'test',
      computedAt: '2026-11-22T23:30:00.000Z',
      surroundings: 'null',
      evidence: canonicalJson(evidence),
      sha256,
    }
  })
  afterAll(close)

  it('is headed by the proposal and its case, escaped', () => {
    const page = reviewPage(review, 'sv', { proposal, timezone })
    expect(page).toContain('<h1><span lang="sv">Bänkar &amp; &lt;ljus&gt; vid torget</span></h1>')
    expect(page).toContain('<dd>Dnr 2026-17</dd>')
  })

  it('draws the cells that its figures are sums of', () => {
    const evidence = JSON.parse(review.evidence)
    const [, cells] = /<path d="([^"]+)" fill="#f4ecd9"/.exec(
      reviewPage(review, 'sv', { proposal, timezone }),
    )!
    expect(cells!.split('Z').length - 1).toBe(evidence.zones[0].cells.length)
  })

  it('is headed by its kind when the proposal is gone', () => {
    expect(reviewPage(review, 'sv', { proposal: null, timezone })).toContain('<h1>Trygghetsgranskning</h1>')
  })

  it('marks the city’s own texts as Swedish and method names as English', () => {
    const page = reviewPage(review, 'en', { proposal, timezone })
    expect(page).toContain('<li><span lang="sv">test</span></li>')
    expect(page).toContain('<li><span lang="en">Poisson interval, exact</span> (Garwood 1936)</li>')
  })

  it('has period and date as local days, the last one included', () => {
    const swedish = reviewPage(review, 'sv', { proposal, timezone })
    expect(swedish).toContain('<dd>1 januari 2024 – 31 december 2024</dd>')
    expect(swedish).toContain('<dd>23 november 2026</dd>')
    expect(reviewPage(review, 'en', { proposal, timezone })).toContain(
      '<dd>1 January 2024 – 31 December 2024</dd>',
    )
  })

  it('writes q with three decimals of the language, and never as zero', () => {
    const q = (language: 'sv' | 'en') => reviewPage(review, language, { proposal, timezone })
    expect(q('sv')).toMatch(/<td class="figures">(&lt;\u200a)?0,\d{3}<\/td>/)
    expect(q('en')).toMatch(/<td class="figures">(&lt;\u200a)?0\.\d{3}<\/td>/)
    expect(q('sv')).not.toContain('>0,000<')
  })

  it('gathers the findings under the names of their groups, which the sentences then leave out', () => {
    const page = reviewPage(review, 'sv', { proposal, timezone })
    expect(page).toMatch(/<h3>Egendom<\/h3><ul class="findings"><li>[A-ZÅÄÖ0-9]/)
    expect(page).not.toContain('<li>Egendom: ')
    expect(page).toContain('<h3>Platsen</h3>')
  })

  it('uses the map’s Swedish terms for cells and area', () => {
    const page = reviewPage(review, 'sv', { proposal, timezone })
    expect(page).toContain('Rutor som området berör')
    expect(page).not.toMatch(/\b(cell|celler|cellerna|ytan)\b/i)
  })

  it('has a watermark on every sheet as working material', () => {
    const page = reviewPage(review, 'sv', { proposal, timezone })
    expect(page).toContain('<div class="watermark" aria-hidden="true" data-text="Arbetsmaterial">')
    expect(page).toContain('<p class="stamp">Arbetsmaterial</p>')
  })

  it('has the hash and the data version that verify it', () => {
    const page = reviewPage(review, 'sv', { proposal, timezone })
    expect(page).toContain(review.sha256)
    expect(page).toContain(review.snapshotVersion)
  })
})
