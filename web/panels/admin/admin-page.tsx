import { Header } from '../../shell/header.tsx'
import { useTexts } from '../../state/site-context.ts'

/** The administrators' page: people, organisations, keys and the trail. */
export function AdminPage() {
  const { roles } = useTexts()
  return (
    <>
      <Header />
      <main class="page" id="content">
        <h1>{roles.admin}</h1>
      </main>
    </>
  )
}
