import { useCity } from '../../app/city/city.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import styles from './group-chooser.module.css'
import blocks from '../../ui/blocks.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

/** Chooses one group of categories, and optionally some of its categories. */
export function GroupChooser() {
  const city = useCity()
  const { filters } = useHotspots()
  const { group: messages, language } = useHotspotMessages()
  const known = city.received.state.value.value?.categories
  const { group, categories } = filters.value
  const inGroup = known?.categories.filter((category) => category.group === group) ?? []
  const toggle = (code: string) => {
    const chosen = categories.length === 0 ? inGroup.map((c) => c.code) : categories
    const next = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code]
    const ordered = inGroup.map((c) => c.code).filter((c) => next.includes(c))
    const whole = ordered.length === 0 || ordered.length === inGroup.length
    filters.value = { ...filters.peek(), categories: whole ? [] : ordered }
  }
  return (
    <section class={blocks.block}>
      <fieldset class={fields.plain}>
        <legend class={blocks.title}>{messages.title}</legend>
        <div class={styles.groups}>
          {(known?.groups ?? [null, null, null, null]).map((option, index) =>
            option === null ? (
              <span key={index} class={styles.skeleton} aria-hidden="true" />
            ) : (
              <label key={option.code} class={styles.choice}>
                <input
                  type="radio"
                  name="group"
                  value={option.code}
                  checked={group === option.code}
                  onChange={() => (filters.value = { ...filters.peek(), group: option.code, categories: [] })}
                />
                <span>{option[language]}</span>
              </label>
            ),
          )}
        </div>
        <p class={prose.hint}>{messages.hint}</p>
      </fieldset>
      <details class={prose.fold} open={categories.length > 0}>
        <summary>{messages.narrow}</summary>
        <div class={styles.checks}>
          {inGroup.map((category) => (
            <label key={category.code} class={fields.check}>
              <input
                type="checkbox"
                checked={categories.length === 0 || categories.includes(category.code)}
                onChange={() => toggle(category.code)}
              />
              <span>{category[language]}</span>
            </label>
          ))}
        </div>
      </details>
    </section>
  )
}
