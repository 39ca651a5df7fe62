import { Header } from '../shell/header.tsx'
import { useSite } from '../state/site-context.ts'

/** A partner's page: one place at a time, what was reported there and what is being done. */
export function PlacePage() {
  const { session } = useSite()
  const [place] = session.user.value?.places ?? []
  return (
    <>
      <Header />
      <main class="page" id="content">
        <h1>{place?.name}</h1>
      </main>
    </>
  )
}
