#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { register } from 'tsx/esm/api'

const sources = new URL('./index.ts', import.meta.url)
if (existsSync(sources)) register()
await import(existsSync(sources) ? sources.href : new URL('./index.js', import.meta.url).href)
