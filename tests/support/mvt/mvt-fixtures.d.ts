declare module '@mapbox/mvt-fixtures' {
  export interface Fixture {
    readonly id: string
    readonly description: string
    readonly validity: { readonly v1: boolean; readonly v2: boolean }
    readonly buffer: Buffer
  }
  export function each(callback: (fixture: Fixture) => void): void
}
