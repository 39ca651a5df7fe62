import { CITY_LANGUAGE } from '../../server/platform/messages.ts'

/** A text of the city, marked with the city's language so that screen readers pronounce it right. */
export function CityText({ children }: { readonly children: string }) {
  return <span lang={CITY_LANGUAGE}>{children}</span>
}
