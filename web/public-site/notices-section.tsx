import type { PublicNotices } from '../../server/public-site/work/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { isOfArea } from './is-of-area.ts'
import { useStartMessages } from './messages.ts'
import { usePublicData } from './public-context.ts'
import { PUBLIC_ROOT } from './public-files.ts'
import type { ReleaseArea } from '../releases/release.ts'
import styles from './notices-section.module.css'
import sections from '../ui/sections.module.css'

type Notice = PublicNotices['notices'][number]

/** What people are informed of now: in one area, or in the whole city; nothing where there is nothing. */
export function NoticesSection({ area = null }: { readonly area?: ReleaseArea | null }) {
  const { notices: messages } = useStartMessages()
  const known = usePublicData().notices.state.value.value?.notices ?? []
  const own = area === null ? known : known.filter(({ districts }) => isOfArea(area, districts))
  if (own.length === 0) return null
  return (
    <section class={sections.section} aria-labelledby="notices-title">
      <h2 id="notices-title">{messages.title}</h2>
      <ul class={styles.notices}>
        {own.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </ul>
      <p class={styles.feed}>
        <a href={`${PUBLIC_ROOT}notices.atom`}>{messages.feed}</a>
      </p>
    </section>
  )
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const { notices: messages, formats, language } = useStartMessages()
  const { id, title, text, titleEn, textEn, area, beginsOn, endsOn, publishedAt, correctedAt } = notice
  const isEnglish = language === 'en' && titleEn !== null && textEn !== null
  return (
    <li id={`notice-${id}`}>
      <h3>{isEnglish ? titleEn : <CityText>{title}</CityText>}</h3>
      <p>{isEnglish ? textEn : <CityText>{text}</CityText>}</p>
      <p class={styles.about}>
        {[
          area,
          beginsOn === endsOn ? formats.date(endsOn) : formats.days(beginsOn, endsOn),
          messages.source(notice.source),
          ...(notice.agreedWith.length === 0 ? [] : [messages.agreed(notice.agreedWith.join(', '))]),
          messages.owner(notice.owner),
          messages.published(formats.moment(publishedAt)),
        ].join(' · ')}
        {correctedAt !== null && (
          <strong class={styles.corrected}>{messages.corrected(formats.moment(correctedAt))}</strong>
        )}
      </p>
    </li>
  )
}
