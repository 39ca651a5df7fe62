import { existsSync } from 'node:fs'

// Node 20 cannot start a process from TypeScript: this plain module loads whichever form is there.
const compiled = new URL('./gdal-child.js', import.meta.url)
if (existsSync(compiled)) {
  await import(compiled.href)
} else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(new URL('./gdal-child.ts', import.meta.url).href)
}
