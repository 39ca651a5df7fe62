/**
 * Runs one task of the compute pool. Plain JavaScript, because a worker of Node 20 cannot begin in TypeScript:
 * tasks written in it are loaded through tsx, compiled ones as they are.
 */
const loaded = new Map()

export default async function run({ taskUrl, input }) {
  let task = loaded.get(taskUrl)
  if (task === undefined) {
    task = await load(taskUrl)
    loaded.set(taskUrl, task)
  }
  return task(input)
}

async function load(taskUrl) {
  if (taskUrl.endsWith('.ts')) await registerTypeScript()
  const { default: task } = await import(taskUrl)
  return task
}

let registered

function registerTypeScript() {
  registered ??= import('tsx/esm/api').then(({ register }) => register())
  return registered
}
