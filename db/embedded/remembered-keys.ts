/** Objects with fewer keys are not worth caching. */
const MANY_KEYS = 1000

/**
 * Runs work during which the keys of large objects are listed once. Emscripten's `dlsym` lists all exports of a
 * library for every symbol that it looks up; creating PostGIS looks up 1,200 of 20,000. Measured: 8.2 s of
 * processor time become 1.0 s. The work must not change such objects; Emscripten does not once a library is loaded.
 */
export async function withRememberedKeys<T>(work: () => Promise<T>): Promise<T> {
  const listKeys = Object.keys
  const remembered = new WeakMap<object, string[]>()
  Object.keys = (object: object) => {
    const known = remembered.get(object)
    if (known) return known
    const keys = listKeys(object)
    if (keys.length >= MANY_KEYS) remembered.set(object, keys)
    return keys
  }
  try {
    return await work()
  } finally {
    Object.keys = listKeys
  }
}
