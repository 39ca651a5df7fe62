type Rooms = Readonly<Record<string, readonly string[]>>

export const MODULES: Rooms
export const READS_FORMATS: readonly string[]
export const DRAWS_TILES: readonly string[]
export const REPOSITORIES: Rooms
export const WEB_ROOMS: Rooms
