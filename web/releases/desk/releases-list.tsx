import { useDeskMessages } from './messages.ts'
import type { Release, Releases } from './release-calls.ts'
import { releaseName } from './release-name.ts'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'
import tables from '../../ui/tables.module.css'

/** The fragment of a release's own view. */
export function releaseFragment(id: number): string {
  return `#release-${id}`
}

/** Releases by how they stand: what waits for somebody, what is published, what is no more. */
export function ReleasesList({ releases }: { readonly releases: Releases }) {
  const { desk } = useDeskMessages()
  const { list } = desk
  const of = (...states: readonly Release['state'][]) =>
    releases.items.filter(({ state }) => states.includes(state))
  const ended = of('withdrawn', 'discarded')
  return (
    <>
      <Part
        id="waiting"
        title={list.waiting}
        none={list.noneWaiting}
        items={of('prepared', 'approved')}
        placeNames={releases.placeNames}
      />
      <Part
        id="published"
        title={list.published}
        none={list.nonePublished}
        items={of('published')}
        placeNames={releases.placeNames}
      />
      {ended.length > 0 && (
        <details class={prose.fold}>
          <summary>{list.ended}</summary>
          <Rows label={list.ended} items={ended} placeNames={releases.placeNames} />
        </details>
      )}
    </>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly items: readonly Release[]
  readonly placeNames: Releases['placeNames']
}

function Part({ id, title, none, items, placeNames }: PartProps) {
  return (
    <section class={sections.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p class={prose.hint}>{none}</p>
      ) : (
        <Rows label={title} items={items} placeNames={placeNames} />
      )}
    </section>
  )
}

function Rows({
  label,
  items,
  placeNames,
}: { readonly label: string } & Pick<PartProps, 'items' | 'placeNames'>) {
  const texts = useDeskMessages()
  const { desk, formats } = texts
  const { list } = desk
  return (
    <section class={tables.scroll} aria-label={label} tabIndex={0}>
      <table class={tables.figuresWords}>
        <thead>
          <tr>
            {[list.what, list.state, list.hidden, list.when, list.who].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((release) => {
            const last = lastStep(release)
            const name = releaseName(release, placeNames, texts)
            return (
              <tr key={release.id}>
                <th scope="row">
                  <a href={releaseFragment(release.id)} aria-label={list.open(name)}>
                    {name}
                  </a>
                </th>
                <td>{desk.states[release.state]}</td>
                <td>{formats.count(release.attack.hidden)}</td>
                <td>{formats.moment(last.at)}</td>
                <td>{last.name ?? desk.operator}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function lastStep({ prepared, approved, published, withdrawn }: Release): Release['prepared'] {
  return withdrawn ?? published ?? approved ?? prepared
}
