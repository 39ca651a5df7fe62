/** Who recorded: the police's records and the city's own reports are separate surfaces, never summed. */
export const REGISTERS = ['police', 'city', 'other'] as const

export type Register = (typeof REGISTERS)[number]
