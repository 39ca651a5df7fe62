import { type DemoCity, VISITORS } from './demo-city.ts'

const QUERIES = ['', '?lang=sv', '?lang=en', '?lang=de'] as const
const FACES = [
  '?face=evidence',
  '?face=evidence&lang=en',
  '?face=handling&lang=sv',
  '?face=handling&lang=en',
] as const

/** Pages that the server makes: of the demo's review, and of one that is not there; those of refusals among them. */
const PATHS = [1, 999].flatMap((id) => [
  ...[...QUERIES, ...FACES].map((query) => `/reviews/${id}${query}`),
  ...QUERIES.map((query) => `/handlings/${id}${query}`),
])
const ELSEWHERE = [
  '/',
  '/?lang=en',
  '/nothing',
  '/nothing?lang=en',
  '/.well-known/security.txt',
  '/api/nothing',
]

/** Pages as requested by a browser and by a program. */
export async function observePages({ observe, headersOf }: DemoCity): Promise<void> {
  for (const who of VISITORS) {
    for (const path of [...PATHS, ...ELSEWHERE]) {
      for (const accept of ['text/html', 'application/json']) {
        const headers = { ...headersOf(who), accept }
        await observe('page', `${path} ${accept} ${who}`, { path, headers })
      }
    }
  }
}
