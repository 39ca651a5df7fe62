import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reportSv } from '../../web/observations/report/report-messages-sv.ts'

it('the reporting page’s HTML has the page’s first texts before any script runs', () => {
  const html = readFileSync(new URL('../../web/report.html', import.meta.url), 'utf8')
  const text = html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')
  const { title, emergency, police, worry, publicRecord } = reportSv
  for (const words of [title, emergency, police, worry, publicRecord]) expect(text).toContain(words)
})
