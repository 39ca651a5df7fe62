/** Waits for a signal as the server does, and then closes for ever. */
import { untilSignal } from '../../../server/composition/until-signal.ts'

const stop = untilSignal({
  maxCloseMs: 500,
  say: (line) => process.stdout.write(`${line}\n`),
  end: () => process.exit(3),
})
setInterval(() => {}, 1000)
process.stdout.write('waiting\n')
await stop.aborted
process.stdout.write(`closing for ${String(stop.signal.reason)}\n`)
