/** The part of `negotiator` 1 that is used here; the published types are those of an earlier version. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string | undefined>> })
    encoding(
      available: readonly string[],
      options: { readonly preferred: readonly string[] },
    ): string | undefined
    mediaType(available: readonly string[]): string | undefined
    language(available: readonly string[]): string | undefined
  }
}
