import { existsSync } from 'node:fs'

/**
 * Runs one task of the compute pool. Plain JavaScript, because a worker of Node 20 cannot begin in TypeScript:
 * tasks written in it are loaded through tsx, compiled ones as they are.
 *
 * An expected failure travels as data, since structured cloning strips an error of everything but its message.
 */
const tasks = new Map()
let registered

// Every process that answers from memory builds segments: a worker loads that before it is asked.
const compiled = new URL('../../engine/snapshot/build-segment-task.js', import.meta.url)
const first = existsSync(compiled)
  ? compiled
  : new URL('../../engine/snapshot/build-segment-task.ts', import.meta.url)
loadTask(first.href).catch(() => {})

export default async function run({ taskUrl, input }) {
  const task = await loadTask(taskUrl)
  try {
    return { output: await task(input) }
  } catch (error) {
    if (error?.name !== 'DomainError') throw error
    const { code, texts, problems, retryAfterSeconds } = error
    return { failure: { code, texts, problems, retryAfterSeconds } }
  }
}

async function loadTask(taskUrl) {
  let task = tasks.get(taskUrl)
  if (task === undefined) {
    if (taskUrl.endsWith('.ts')) await registerTypeScript()
    task = (await import(taskUrl)).default
    tasks.set(taskUrl, task)
  }
  return task
}

function registerTypeScript() {
  registered ??= import('tsx/esm/api').then(({ register }) => register())
  return registered
}
