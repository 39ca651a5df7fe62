import type { ApiResponse, createApiClient } from './serving/api-client.ts'

/** A file with its mapping, as `POST /api/layer-imports` takes it. */
export function registerForm(mapping: unknown, file: string | Uint8Array, name = 'register.csv'): FormData {
  const data = new FormData()
  data.append('mapping', JSON.stringify(mapping))
  data.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name)
  return data
}

/** Sends files of registers. */
export function registersOf(call: ReturnType<typeof createApiClient>) {
  const send =
    (query: string) =>
    (mapping: unknown, file: string | Uint8Array, name?: string): Promise<ApiResponse> =>
      call('POST', `/api/layer-imports${query}`, { body: registerForm(mapping, file, name) })
  return { take: send(''), preview: send('?preview=true') }
}
