/** Pictures of every first page, wide, narrow and on a phone, by day and by night, in both languages. `npm run shots` */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDemoPage } from './demo-page.ts'
import type { DemoRole } from './visitors.ts'

const FOLDER = join(import.meta.dirname, '../../shots')
const WIDTHS = { 1440: 900, 1024: 768, 390: 844 } as const
const PAGES: readonly (readonly [name: string, path: string, role: DemoRole | null])[] = [
  ['public-start', '/?page=start', null],
  ['public-area', '/?area=Tj%C3%A4rbryggan', null],
  ['embed', '/embed', null],
  ['glossary', '/?page=glossary', null],
  ['sign-in', '/?page=sign-in', null],
  ['today', '/', 'coordinator'],
  ['meetings', '/?page=meetings', 'coordinator'],
  ['situation', '/?page=situation', 'coordinator'],
  ['papers', '/?page=papers', 'coordinator'],
  ['place', '/', 'partner'],
  ['overview', '/', 'reader'],
  ['map', '/?page=map&layers=focus-areas,patrol-zones', 'planner'],
  ['proposal', '/?page=map&panel=proposal', 'planner'],
  ['table', '/?page=map&panel=table', 'analyst'],
  ['reviews', '/?page=reviews', 'planner'],
  ['imports', '/?page=imports', 'analyst'],
  ['releases', '/?page=releases', 'analyst'],
  ['registers', '/?page=registers', 'analyst'],
  ['sources', '/?page=sources', 'analyst'],
  ['people', '/', 'admin'],
]

mkdirSync(FOLDER, { recursive: true })
const demo = await openDemoPage()
try {
  for (const shown of PAGES)
    for (const language of ['sv', 'en'])
      for (const [width, height] of Object.entries(WIDTHS))
        await takePictures(shown, language, { width: Number(width), height })
} finally {
  await demo.close()
}

async function takePictures(
  [name, path, role]: (typeof PAGES)[number],
  language: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  const address = language === 'sv' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=en`
  const { page, close } = await demo.visit(address, { as: role, viewport })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForLoadState('networkidle')
    const file = `${[name, viewport.width, colorScheme, language].join('-')}.png`
    await page.screenshot({ path: join(FOLDER, file) })
  }
  await close()
}
