/** Words of situation pictures in Swedish. */
export const picturesSv = {
  pictures: {
    title: 'Lägesbilder',
    none: 'Ingen lägesbild är skriven för platsen än.',
    joint: 'Gemensam lägesbild',
    of: (party: string) => `Lägesbild från ${party}`,
    states: { open: 'Skrivs', agreed: 'Fastställd', draft: 'Utkast', 'handed-in': 'Inlämnad' },
    headings: {
      problems: 'Problem',
      conditions: 'Lokala förhållanden',
      needs: 'Behov',
      resources: 'Resurser',
    },
    handedIn: (day: string) => `Inlämnad ${day}`,
    spoken: (day: string) => `Lämnad muntligt ${day}`,
    draftNote:
      'Här kan bara er organisation läsa utkastet: varken stadens personal, administratören eller andra parter ser det.',
    handIn: 'Lämna in (blir allmän handling)',
    handInNote: 'Inlämnad ändras den inte mer. Begärs den ut prövar staden sekretessen.',
    agree: 'Stämmer',
    agreed: (parties: string) => `Stämmer, säger ${parties}.`,
    addLine: 'Lägg till en rad',
    line: 'Vad vill ni lägga till?',
    heading: 'Under vilken rubrik?',
    party: 'Vilken part?',
    settle: 'Fastställ',
    settleNote: 'Siffrorna från i dag fryses, och texten ändras inte mer.',
    writeJoint: 'Skriv den gemensamma lägesbilden',
    writeOwn: 'Skriv er egen lägesbild',
    writeSpoken: 'Skriv ned vad en part har sagt',
    saveDraft: 'Spara utkast',
    from: 'Från',
    to: 'Till',
    spokenOn: 'Vilken dag sades det?',
    notPersons: 'Ärenden om enskilda hör inte hemma här.',
    figures: (day: string) => `Siffror som de stod ${day}`,
    earlier: 'Tidigare lägesbilder',
  },
}

/** The same words in another language. */
export type PictureMessages = typeof picturesSv
