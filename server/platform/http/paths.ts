/** The path of an operation as an OpenAPI template. */
export type PathTemplate = `/${string}`

/** The names between braces of a template. */
export type PathParameter<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never

/**
 * A template with its parameters filled in, each percent-encoded.
 *
 * @example pathTo('/api/cameras/{id}', { id: 7 }) // '/api/cameras/7'
 */
export function pathTo<T extends PathTemplate>(
  template: T,
  values: Readonly<Record<PathParameter<T>, string | number>>,
): string {
  const byName = values as Readonly<Record<string, string | number>>
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(byName[name])))
}
