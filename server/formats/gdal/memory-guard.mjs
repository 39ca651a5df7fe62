import { workerData } from 'node:worker_threads'

// Resource limits of V8 bind neither WebAssembly nor its files: the process ends itself when it has taken too much.
const LOOK_MS = 20
setInterval(() => {
  if (process.memoryUsage.rss() > workerData * 2 ** 20) process.kill(process.pid, 'SIGKILL')
}, LOOK_MS)
