/**
 * Chunks, as long as their caller may have them go on, which memory tells: when his session ends or his role changes,
 * what he is being sent, or sends, breaks off before its end.
 *
 * @param stillMay throws what the caller is refused by; asked at every chunk and at the end
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
