import { useEffect, useRef } from 'preact/hooks'
import { createApi } from '../app/api/client.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { Footer } from '../app/shell/footer.tsx'
import { Header } from '../app/shell/header.tsx'
import { type City, CityProvider, createCity } from '../app/city/city.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { ChecklistSection } from './checklist/checklist-section.tsx'
import { ConsultationsSection } from './consultations-section.tsx'
import { DocumentSection } from './document-section.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { NextStep } from './next-step.tsx'
import { PublicationSection } from './publication-section.tsx'
import { createReviewCalls, type WholeReview } from './review-calls.ts'
import { ReviewContext, useReviewMessages } from './review-context.ts'
import { ReviewHead } from './review-head.tsx'
import { createReviewModel, type ReviewModel } from './review-model.ts'
import { Stepper } from './stepper.tsx'
import { createWeighingForm, type WeighingForm } from './weighing-draft.ts'
import { WeighingSection } from './weighing-section.tsx'
import reviewHead from './review-head.module.css'
import styles from './review-page.module.css'

/** The workspace of one review, from its draft to its follow-up. */
export function ReviewPage() {
  const site = useSite()
  const { route } = site
  const id = route.value.page === 'review' ? route.value.id : 0
  const held = useRef<{ readonly model: ReviewModel; readonly city: City } | null>(null)
  held.current ??= {
    model: createReviewModel(createReviewCalls(site.http), id),
    // Evidence is shown with the names of the city's categories.
    city: createCity(createApi(site.http)),
  }
  const { model, city } = held.current
  const { app } = useTexts()
  useEffect(() => {
    void model.read()
    void city.load()
  }, [model])
  return (
    <CityProvider value={city}>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.review}`} id="content" tabIndex={-1}>
        <Shown model={model} />
      </main>
      <Footer />
    </CityProvider>
  )
}

function Shown({ model }: { readonly model: ReviewModel }) {
  const { app } = useTexts()
  const messages = useReviewMessages()
  const { value, failure } = model.whole.state.value
  const last = useRef(value)
  if (value !== null) last.current = value
  if (failure?.code === 'not-found')
    return (
      <>
        <p class={reviewHead.kind}>
          <a href="/?panel=proposal">{messages.back}</a>
        </p>
        <h1>{messages.notFound}</h1>
        <p>{messages.notFoundMore}</p>
      </>
    )
  if (last.current === null && failure === null) return <p role="status">{app.loading}</p>
  return (
    <>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void model.read()} />}
      {/* Stays when a reload fails, because somebody may be writing in it. */}
      {last.current !== null && <Whole model={model} whole={last.current} />}
    </>
  )
}

function Whole({ model, whole }: { readonly model: ReviewModel; readonly whole: WholeReview }) {
  const locked = whole.publicDocument !== null
  const weighing = whole.review.state === 'weighing'
  const held = useRef<WeighingForm | null>(null)
  held.current ??= createWeighingForm(whole.review.weighing)
  const form = held.current
  useEffect(() => form.follow(whole.review.weighing), [whole.review.weighing])
  return (
    <ReviewContext.Provider value={{ ...whole, model, form }}>
      <ReviewHead />
      <Stepper />
      <div class={styles.columns}>
        <div class={styles.column}>
          <NextStep />
          {weighing && <WeighingSection key="weighing" />}
          {locked ? <DocumentSection /> : <EvidenceSection />}
          {!weighing && <WeighingSection key="weighing" />}
          <ChecklistSection />
        </div>
        <div class={styles.column}>
          <PublicationSection />
          <ConsultationsSection />
          {locked ? <EvidenceSection /> : <DocumentSection />}
        </div>
      </div>
    </ReviewContext.Provider>
  )
}
