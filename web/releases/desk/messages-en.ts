import type { DeskMessages } from './messages-sv.ts'

/** Messages of the page where releases are prepared, approved, published and withdrawn, in English. */
export const deskEn: DeskMessages = {
  desk: {
    title: 'Publish figures',
    lead: 'Here the city’s data become figures that everybody may read. What is published is never computed again.',
    twoPersons:
      'Two persons are needed: one prepares, another approves and publishes. The city has chosen so.',
    onePerson: 'The city has chosen that the same person may prepare and approve (RELEASE_APPROVALS=1).',
    prepare: {
      title: 'Prepare',
      lead: 'The figures are computed, protected and tested. Nothing is published before they are approved.',
      what: 'What is to be released?',
      years: 'Years',
      quarters: 'Quarters',
      places: (weeks, count) => `Places for their partners, ${weeks} (at most ${count} places)`,
      button: 'Prepare',
      nothingDue:
        'Nothing is due. A period can be prepared 60 days after its end, when late reports are in, and only where a source that is open to the public covers it.',
      noPlace: 'No place had anything to release.',
      conflict: 'The period is prepared or published already. It is in the list below.',
      unprocessable:
        'The period cannot be released. See below what is missing, put it right and prepare it again. Nothing is stored.',
    },
    working: (seconds) =>
      `Computing, protecting and testing… ${seconds} s. A large city may take some minutes. You may leave the page: what is done will be in the list.`,
    publishing: (seconds) =>
      `Testing again with everything that is published, and making the files… ${seconds} s. You may leave the page.`,
    reason: 'The server says:',
    list: {
      waiting: 'Waiting',
      published: 'Published',
      ended: 'Withdrawn and discarded',
      noneWaiting: 'Nothing awaits approval.',
      nonePublished: 'Nothing is published yet.',
      what: 'What',
      state: 'State',
      hidden: 'Hidden figures',
      when: 'When',
      who: 'By',
      open: (name) => `Open ${name}`,
    },
    states: {
      prepared: 'Awaits approval',
      approved: 'Approved, not published',
      published: 'Published',
      withdrawn: 'Withdrawn',
      discarded: 'Discarded',
    },
    kinds: {
      public: 'For everybody, on the city’s page',
      place: 'For the partners of the place, when signed in',
    },
    operator: 'the operator of the service',
    close: 'To the list',
    steps: {
      title: 'How far it has come',
      prepared: (who, when) => `Prepared by ${who}, ${when}.`,
      approved: (who, when) => `Approved by ${who}, ${when}.`,
      published: (who, when) => `Published by ${who}, ${when}.`,
      withdrawn: (who, when, reason) => `Withdrawn by ${who}, ${when}. Reason: ${reason}`,
    },
    next: {
      title: 'Next step',
      byOther:
        'You prepared this one. Another person approves it: give your colleague the link, which opens this very page.',
      breached:
        'Cannot be approved: hidden figures can be worked out (see below). Discard it, and prepare it again once more is put right.',
      approve: 'Approve',
      approveNote: 'I have read what is hidden and why. Nothing is published yet.',
      publish: 'Publish',
      publishNote: 'For good: tested once more, then everybody can read it.',
      publishPlaceNote: 'For good: tested once more, then the partners of the place can read it.',
      copy: 'Copy the link',
      copied: 'The link is copied.',
      mail: 'Write to a colleague',
      mailSubject: (name) => `To approve: figures for ${name}`,
      mailBody: (address) =>
        `The figures are prepared and tested. Read what is hidden and why, and approve or discard them:\n\n${address}\n`,
      discard: 'Discard',
      discardNote: 'The period can be prepared again.',
      withdraw: 'Withdraw',
      withdrawTitle: 'Withdraw what is published',
      withdrawNote:
        'The address is gone within a second and is never used again. The period cannot be published anew.',
      withdrawReason: 'Reason (stays for whoever wants to know)',
      read: 'Read what is published',
      conflict: 'The state has changed meanwhile. The page now shows it as it is.',
      unsafe:
        'With what was published meanwhile, hidden figures could be worked out, so nothing was published. Discard it and prepare it again.',
    },
    hidden: {
      title: 'What is hidden, and why',
      lead: 'All else is shown, rounded to the nearest 5. No number below 5 is ever shown, nor is zero.',
      reason: 'Reason',
      figures: 'Figures',
      shown: 'Shown, rounded',
      few: 'Fewer than 5, so that no single person can be pointed out',
      withheld: 'Not shown, because other hidden figures could be worked out otherwise',
      'not-covered': 'Cannot be compared: the source does not cover all of the area or of the time',
      cells: 'Cells of 400 m',
      cellsText: (shown, hidden) =>
        `${shown} cells are shown in classes from 10 on, ${hidden} are not shown: too few incidents, too few places, or too few who live and work there.`,
      attackTitle: 'The test',
      attack: (hidden, constraints) =>
        `${hidden} hidden figures were tested against everything that was ever disclosed (${constraints} relations), withdrawn figures too.`,
      repaired: (count) => `${count} more were hidden because others could have been worked out otherwise.`,
      notRepaired: 'Nothing more had to be hidden to protect them.',
      holds: 'No hidden figure can be worked out.',
      breached: (count) => `${count} hidden figures can be narrowed down:`,
      more: (count) => `and ${count} more.`,
    },
    tables: {
      areas: 'Areas',
      statistical: (count) => `Statistical areas (${count})`,
      place: 'The place and the ring round it',
      profile: 'Times of the year’s days',
      city: 'The whole city',
      area: 'Area',
      zone: 'Where',
      zones: { place: 'The place', ring: '100 metres round it' },
      what: 'What',
      shortFew: 'fewer than 5',
      few: 'fewer than 5: hidden as every number below 5',
      withheld: 'not shown: protects another figure',
      'not-covered': 'cannot be compared',
      missing: '–',
      count: 'Count',
    },
  },
}
