import { CITY_LANGUAGE } from '../../server/platform/messages.ts'

/** A text as the city wrote it, said to be in the city's language, so that it is read aloud in it on every page. */
export function CityText({ children }: { readonly children: string }) {
  return <span lang={CITY_LANGUAGE}>{children}</span>
}
