import type { SurveyMessages } from './messages-sv.ts'

/** Messages of surveys, in English. */
export const surveyEn: SurveyMessages = {
  felt: {
    title: 'Felt safety',
    lead: 'What residents have answered in surveys. That is not the same as the number of reports.',
    share: (percent, margin, what, survey, answers) =>
      `${percent} %${margin} ${what}, according to ${survey}${answers}.`,
    margin: (points) => ` (± ${points})`,
    answers: (count) => ` (${count} answers)`,
    wave: (source, wave) => `${source} ${wave}`,
    tooFew: (what, survey) => `Too few answers in ${survey} to say how many ${what}. At least 30 are needed.`,
    before: (percent, margin, wave) => `The time before, ${wave}: ${percent} %${margin}.`,
    same: 'The difference is too small to tell whether anything has changed.',
    changed: 'The difference is larger than the margin of error.',
    groups: 'How different groups answered',
    group: 'Group',
    share2: 'Share',
    few: 'too few answers',
    none: 'No survey has been published for this area. That says nothing about how safe it feels.',
    unknownIndicator: (code) => `answered yes to the question “${code}”`,
  },
}
