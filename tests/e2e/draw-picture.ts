/** The picture of README: the demo city as an analyst meets it. `npm run draw:picture` */
import { join } from 'node:path'
import { openDemoPage } from './demo-page.ts'

const PATH = join(import.meta.dirname, '../../docs/lagesbild.png')
const VIEWPORT = { width: 1280, height: 760 }

const demo = await openDemoPage()
try {
  const { page, close } = await demo.open('/?panel=map&layers=focus-areas,patrol-zones', {
    viewport: VIEWPORT,
  })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: PATH })
  await close()
} finally {
  await demo.close()
}
