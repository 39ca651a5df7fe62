import { Header } from '../shell/header.tsx'

/** The public's page. */
export function StartPage(_: { readonly area: string | null; readonly waiting: boolean }) {
  return (
    <>
      <Header />
      <main class="page" id="content" />
    </>
  )
}
