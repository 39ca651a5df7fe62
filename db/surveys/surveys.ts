import type { SurveyFigure } from '../../server/surveys/survey.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import type { SurveyRepository } from '../../server/surveys/repository.ts'

interface SurveyRow {
  readonly indicator: string
  readonly wave: string
  readonly area_id: number
  readonly respondent_group: string
  readonly percent: number
  readonly margin_percent: number | null
  readonly answers: number | null
  readonly source: string
  readonly published_on: string | null
}

/** Sorted by their bytes, so that both databases agree whatever the collation. */
const ORDER = `indicator COLLATE "C", wave COLLATE "C", area_id, respondent_group COLLATE "C"`
const ROWS_A_WRITE = 1000

/** Surveys of perceived safety, by whole waves of an indicator. */
export function createSurveyRepository({ knex }: DatabaseHandle): SurveyRepository {
  return {
    async list() {
      return (await knex<SurveyRow>('survey_figure').orderByRaw(ORDER)).map(fromRow)
    },
    async replaceWaves(figures) {
      const rows = figures.map(toRow)
      const waves = new Map(
        rows.map(({ indicator, wave }) => [JSON.stringify([indicator, wave]), { indicator, wave }]),
      )
      await refusing(() =>
        knex.transaction(async (trx) => {
          for (const wave of waves.values()) await trx('survey_figure').where(wave).delete()
          await trx.batchInsert('survey_figure', rows, ROWS_A_WRITE)
        }),
      )
    },
  }
}

function toRow(figure: SurveyFigure): SurveyRow {
  return {
    indicator: figure.indicator,
    wave: figure.wave,
    area_id: figure.areaId,
    respondent_group: figure.group,
    percent: figure.percent,
    margin_percent: figure.marginPercent,
    answers: figure.answers,
    source: figure.source,
    published_on: figure.publishedOn,
  }
}

function fromRow(row: SurveyRow): SurveyFigure {
  return {
    indicator: row.indicator,
    wave: row.wave,
    areaId: row.area_id,
    group: row.respondent_group,
    percent: row.percent,
    marginPercent: row.margin_percent,
    answers: row.answers,
    source: row.source,
    publishedOn: row.published_on,
  }
}
