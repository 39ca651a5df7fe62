/**
 * Passes chunks on while the caller keeps access, checked in memory: when a session ends or a role changes, the
 * download or upload is aborted.
 *
 * @param stillMay throws the refusal; called at every chunk and at the end
 */
export async function* whileAdmitted<T>(
  chunks: AsyncIterable<T>,
  stillMay: () => Promise<void>,
): AsyncGenerator<T> {
  for await (const chunk of chunks) {
    await stillMay()
    yield chunk
  }
  await stillMay()
}
