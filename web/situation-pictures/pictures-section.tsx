import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { PictureWork } from './open-picture.tsx'
import { createPictureCalls, type Picture, type PlacePictures } from './picture-calls.ts'
import { WriteForms } from './picture-forms.tsx'
import { PictureView } from './picture-view.tsx'
import { usePictureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'

/** The situation pictures of a place: the joint one first, then those of parties, the newest first. */
export function PicturesSection({ areaId }: { readonly areaId: number }) {
  const { http, session } = useSite()
  const { pictures: messages, app } = usePictureMessages()
  const calls = useMemo(() => createPictureCalls(http), [])
  const resource = useMemo(() => createResource<PlacePictures>(), [areaId])
  const load = () => resource.load((signal) => calls.loadPlace(areaId, signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = resource.state.value
  const user = session.user.value
  const isParty = user?.role === 'partner'
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void load()} />
  if (value === null) return <p role="status">{app.loading}</p>
  const newest = value.pictures.toSorted((a, b) => b.periodTo.localeCompare(a.periodTo) || b.id - a.id)
  const [joint, ...earlier] = newest.filter(({ form }) => form === 'joint')
  const drafts = newest.filter(({ isDraft }) => isDraft)
  const others = [...newest.filter(({ form, isDraft }) => form === 'party' && !isDraft), ...earlier]
  const mayWrite = user?.rights.includes('measures.write') === true
  const shown = (picture: Picture) => {
    const lines = value.lines.filter(({ partOf }) => partOf === picture.id)
    return (
      <PictureView picture={picture} lines={lines}>
        {mayWrite && <PictureWork {...{ picture, lines, isParty, calls }} onDone={load} />}
      </PictureView>
    )
  }
  const titleOf = ({ form, party }: Picture) => (form === 'joint' ? messages.joint : messages.of(party ?? ''))
  return (
    <section aria-labelledby="pictures">
      <h3 id="pictures">{messages.title}</h3>
      {newest.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      {[...(joint === undefined ? [] : [joint]), ...drafts].map((picture) => (
        <div key={picture.id}>
          <h4>{titleOf(picture)}</h4>
          {shown(picture)}
        </div>
      ))}
      {others.map((picture) => (
        <details key={picture.id} class={prose.fold}>
          <summary>{titleOf(picture)}</summary>
          {shown(picture)}
        </details>
      ))}
      {mayWrite && (
        <>
          <WriteForms {...{ areaId, isParty, calls }} hasOpen={joint?.state === 'open'} onDone={load} />
          <p class={prose.hint}>{messages.notPersons}</p>
        </>
      )}
    </section>
  )
}
