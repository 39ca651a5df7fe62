/** Writes the beginning of a backup to the path that its argument names, says so, and waits to be killed. */
import { writeBackupFile } from '../../../server/cli/backup-file.ts'

async function* beginning(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(4096)
  process.stdout.write('begun\n')
  await new Promise((resolve) => setTimeout(resolve, 600_000))
}

await writeBackupFile(process.argv[2]!, beginning(), { overwrite: false, token: 'half' })
