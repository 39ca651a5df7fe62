import type { DemoStorage } from './demo-storage.ts'
import { LIMITED_SOURCE } from './layers/sources.ts'

/** Declares a source that only some of the demo city's boards may read, so that the others see its name and no figures. Once. */
export async function seedDemoSource({
  repositories: { people, sources },
}: Pick<DemoStorage, 'repositories'>): Promise<void> {
  const { boards, ...source } = LIMITED_SOURCE
  if ((await sources.list()).some(({ id }) => id === source.id)) return
  const organisations = await people.organisations()
  const readers = organisations.filter(({ name }) => boards.names.includes(name))
  if (readers.length === 0) return
  const open = readers.map(({ id }) => ({ organisation: id, ground: boards.ground }))
  await sources.save({ ...source, boards: open })
}
