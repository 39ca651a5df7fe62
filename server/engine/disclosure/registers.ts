/** Who recorded: the police's records and the city's own reports are separate surfaces, never summed. */
export const REGISTERS = ['police', 'city', 'other'] as const

export type Register = (typeof REGISTERS)[number]

/** Index into `REGISTERS` by the snapshot's source index; −1 for sources that are not among `taking`. */
export function registersBySource(
  sourceIds: readonly string[],
  taking: readonly { readonly id: string; readonly register: Register }[],
): Int8Array<ArrayBuffer> {
  const byId = new Map(taking.map(({ id, register }) => [id, REGISTERS.indexOf(register)]))
  return Int8Array.from(sourceIds, (id) => byId.get(id) ?? -1)
}
