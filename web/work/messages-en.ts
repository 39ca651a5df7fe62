import type { WorkMessages } from './messages-sv.ts'

const refusals: WorkMessages['work']['refusals'] = {
  endsOn: 'It ends before it begins. Change one of the days.',
  periodTo: 'The period ends before it begins. Change one of the days.',
  baseline:
    'Without where it stands today nobody can say whether the goal is reached. Write today’s number, or choose “Something to get done”.',
  target: 'Write the number to reach.',
  priority:
    'Three problems are priorities here already. Take the priority from one of them, or close it, first.',
  contradictedBy: 'Write what contradicts the cause. It stays, together with that.',
  cancelledBecause: 'Write why the measure was broken off.',
  decision:
    'A decided measure needs board, day and § of the minutes. Fill them in, or let the measure be proposed.',
  notNowBecause: 'Write why the need is not met now.',
  proposalId:
    'Choose the proposal or measure that the need is taken into. The proposal may have been removed.',
  measureId: 'The measure is there no more. Choose another.',
  measureIds: 'One of the measures is there no more. Choose again.',
  reply: 'Write the answer, also when there are no needs.',
  audience:
    'It is written for more people than what it belongs to. Choose fewer; a decided promise is always public.',
  beginsOn: 'A district has at most three promises at a time. Follow one up, or choose another time.',
  outcome: 'Write what came of it.',
  heldOn: 'A consultation is noted once it was held. Choose today or an earlier day.',
  referredBy: 'Write who has sent the referral.',
  dueOn: 'Write the day by which it is due.',
  'forbidden audience':
    'Only its owner marks it for the city’s page. Choose fewer, or ask the party to mark it.',
  'unprocessable agreedWith':
    'Violence and police operations are agreed first. Write with whom, the police for example.',
  'unprocessable title': 'Fill in what stands within [ ] in the title, or save it as prepared.',
  'unprocessable text': 'Fill in what stands within [ ] in the text, or save it as prepared.',
  'unprocessable titleEn':
    'Title and text in English come together: write both, or neither, and fill in what stands within [ ].',
  'unprocessable textEn': 'Fill in what stands within [ ] in the English text.',
  'unprocessable endsOn':
    'What is published has a first and a last day: the last is not before the first, has not passed, and comes 92 days later at most.',
  'unprocessable state': 'The notice is published or has ended. Correct or end it, or write a new one.',
  'unprocessable audience': 'What is published is for everybody.',
  'unprocessable beginsOn':
    'It cannot be followed up yet. The measure needs a first day, two years of figures before it, and three whole months after it that are among the figures. Change the day, or compute when the months are over.',
  'unprocessable geometry': 'The measure has no area on the map, so there is nothing to compare.',
  pointer:
    'It is not there for the area now, is not open to you, or nothing of the kind was reported. Choose something that is there.',
  partOf: 'What this belongs to is there no more, or is for others. Load the page again and choose anew.',
  causeIds: 'One of the causes is there no more. Choose again.',
  goalIds: 'One of the goals is there no more. Choose again.',
  to: 'The last week is not over yet. Choose an earlier one.',
  parentId: 'A cause cannot stand behind itself. Choose another.',
  geometry: 'A measure for chosen persons is not drawn on the map.',
  title: 'In a measure for chosen persons no number under 5 may stand. Write it without the number.',
  areaId:
    'You cannot write this here. Choose a place of yours or a district; a measure for chosen persons belongs to a district.',
  party: 'The party has answered already, or is here no more. Choose another party.',
  problems: 'Write something under at least one of the four headings.',
  state: 'It is handed in and changes no more. Write a new one.',
  spokenOn: 'Write the day on which it was told.',
  text: 'The situation picture is agreed and takes no more lines. You can still press “Agree”.',
}

/** Words of everything that is written round a place, in English. */
export const workEn: WorkMessages = {
  work: {
    save: 'Save',
    change: 'Change',
    undo: 'Undo what I wrote',
    notSaved: 'It was not saved. What you wrote is still here.',
    changedMeanwhile: (who) => `${who} changed it at the same time as you.`,
    somebody: 'Somebody else',
    chooseText: 'Choose which text shall stand. Nothing is gone before you have chosen.',
    mine: 'Your text',
    theirs: 'The other text',
    nothing: '(nothing)',
    goOn: 'Go on with what I chose',
    audience: 'For whom is it written?',
    audiences: { authorities: 'Authorities only', parties: 'All parties', public: 'The city’s page too' },
    marks: { authorities: 'Authorities only', public: 'On the city’s page' },
    refusals,
  },
}
