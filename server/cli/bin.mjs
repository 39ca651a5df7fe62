#!/usr/bin/env node
import { existsSync } from 'node:fs'

const sources = new URL('./index.ts', import.meta.url)
if (existsSync(sources)) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(sources.href)
} else {
  await import(new URL('./index.js', import.meta.url).href)
}
