import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { build } from 'vite'
import { compressedVariants } from '../../web/compressed-variants.ts'
import { rawRequest } from '../support/serving/raw-http.ts'
import { startApp } from '../support/serving/start-app.ts'

it('the build of the page writes compressed variants and removes those of the build before', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lagesbild-build-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const webDirectory = join(root, 'dist')
  mkdirSync(webDirectory)
  const app = await startApp([], { webDirectory })
  onTestFinished(() => app.close())
  const get = (coding: string) => rawRequest(app.port, '/', { headers: { 'accept-encoding': coding } })
  const buildAs = async (title: string) => {
    writeFileSync(join(root, 'index.html'), `<!doctype html><title>${title}</title>`)
    await build({ root, configFile: false, logLevel: 'silent', plugins: [compressedVariants()] })
  }

  for (const title of ['the first', 'the second']) {
    await buildAs(title)
    for (const coding of ['br', 'gzip']) {
      expect((await get(coding)).headers['content-encoding']).toBe(coding)
      const page = await app.get('/', { headers: { 'accept-encoding': coding } })
      expect(await page.text()).toContain(title)
    }
  }
  await build({ root, configFile: false, logLevel: 'silent' })
  expect(existsSync(join(webDirectory, 'index.html'))).toBe(true)
  expect((await get('br')).headers['content-encoding']).toBeUndefined()
})
