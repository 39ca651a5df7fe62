import type { PictureMessages } from './messages-sv.ts'

/** Words of situation pictures in English. */
export const picturesEn: PictureMessages = {
  pictures: {
    title: 'Situation pictures',
    none: 'No situation picture is written for the place yet.',
    joint: 'Joint situation picture',
    of: (party) => `Situation picture of ${party}`,
    states: { open: 'Being written', agreed: 'Agreed', draft: 'Draft', 'handed-in': 'Handed in' },
    headings: {
      problems: 'Problems',
      conditions: 'Local conditions',
      needs: 'Needs',
      resources: 'Resources',
    },
    handedIn: (day) => `Handed in ${day}`,
    spoken: (day) => `Told ${day}`,
    draftNote:
      'Here your organisation alone can read the draft: neither the city’s staff, the administrator nor other parties see it.',
    handIn: 'Hand in (becomes a public record)',
    handInNote:
      'Handed in it changes no more. If somebody asks for it, the city examines whether it is secret.',
    agree: 'Agree',
    agreed: (parties) => `${parties} agree.`,
    addLine: 'Add a line',
    line: 'What do you want to add?',
    heading: 'Under which heading?',
    party: 'Which party?',
    settle: 'Agree on it',
    settleNote: 'Today’s figures are frozen, and the text changes no more.',
    writeJoint: 'Write the joint situation picture',
    writeOwn: 'Write your own situation picture',
    writeSpoken: 'Write down what a party told',
    saveDraft: 'Save the draft',
    from: 'From',
    to: 'To',
    spokenOn: 'On which day was it told?',
    notPersons: 'Matters of single persons do not belong here.',
    figures: (day) => `Figures as they stood ${day}`,
    earlier: 'Earlier situation pictures',
  },
}
