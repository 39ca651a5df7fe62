/** Sentences by the field that the server refuses, each with the way out. */
const refusals: Readonly<Record<string, string>> = {
  endsOn: 'Den slutar innan den börjar. Ändra någon av dagarna.',
  periodTo: 'Perioden slutar innan den börjar. Ändra någon av dagarna.',
  baseline:
    'Utan ett läge i dag kan ingen säga om målet är nått. Skriv talet för i dag, eller välj ”Något som ska bli gjort”.',
  target: 'Skriv vilket tal som ska nås.',
  priority:
    'Tre problem är redan prioriterade här. Ta bort prioriteringen för ett av dem, eller avsluta det, först.',
  contradictedBy: 'Skriv vad som motsäger orsaken. Den står kvar, tillsammans med det.',
  cancelledBecause: 'Skriv varför åtgärden avbröts.',
  decision:
    'En beslutad åtgärd behöver nämnd, dag och § i protokollet. Fyll i dem, eller låt åtgärden vara föreslagen.',
  notNowBecause: 'Skriv varför behovet inte möts nu.',
  proposalId: 'Välj förslaget eller åtgärden som behovet är taget med i. Förslaget kan ha tagits bort.',
  measureId: 'Åtgärden finns inte längre. Välj en annan.',
  measureIds: 'En av åtgärderna finns inte längre. Välj om.',
  reply: 'Skriv svaret, också när det inte finns några behov.',
  audience:
    'Det är skrivet för fler än det hör till. Välj en snävare krets; ett beslutat löfte är alltid offentligt.',
  beginsOn: 'En stadsdel har högst tre löften samtidigt. Följ upp ett av dem, eller välj en annan tid.',
  outcome: 'Skriv vad det blev.',
  heldOn: 'Samrådet antecknas när det har hållits. Välj i dag eller en tidigare dag.',
  referredBy: 'Skriv vem som har skickat remissen.',
  dueOn: 'Skriv vilken dag det ska vara klart.',
  'forbidden audience':
    'Bara den som äger det visar det på stadens sida. Välj en snävare krets, eller be parten att själv markera det.',
  'unprocessable agreedWith':
    'Våldsbrott och polisinsatser stäms av först. Skriv med vem, till exempel Polisen.',
  'unprocessable title': 'Fyll i det som står inom [ ] i rubriken, eller spara som förberedd.',
  'unprocessable text': 'Fyll i det som står inom [ ] i texten, eller spara som förberedd.',
  'unprocessable titleEn':
    'Rubrik och text på engelska hör ihop: skriv båda, eller ingen, och fyll i det som står inom [ ].',
  'unprocessable textEn': 'Fyll i det som står inom [ ] i den engelska texten.',
  'unprocessable endsOn':
    'Det som publiceras har en första och en sista dag: den sista är inte före den första, har inte varit, och kommer högst 92 dagar senare.',
  'unprocessable state':
    'Informationen är publicerad eller avslutad. Rätta eller avsluta den, eller skriv en ny.',
  'unprocessable audience': 'Det som publiceras är till för alla.',
  'unprocessable beginsOn':
    'Det går inte att följa upp än. Åtgärden behöver en första dag, två år med siffror före den, och tre hela månader efter som finns med i siffrorna. Ändra dagen, eller räkna när månaderna är slut.',
  'unprocessable geometry': 'Åtgärden har ingen yta på kartan, så det finns inget att jämföra.',
  pointer:
    'Det finns inte för området nu, är inte öppet för dig, eller så rapporterades inget av det slaget. Välj något som finns.',
  partOf: 'Det som detta hör till finns inte längre, eller är för andra. Läs in sidan igen och välj på nytt.',
  causeIds: 'En av orsakerna finns inte längre. Välj om.',
  goalIds: 'Ett av målen finns inte längre. Välj om.',
  to: 'Den sista veckan är inte slut än. Välj en tidigare vecka.',
  parentId: 'En orsak kan inte ligga bakom sig själv. Välj en annan.',
  geometry: 'En åtgärd för utvalda personer ritas inte på kartan.',
  title: 'I en åtgärd för utvalda personer får inget tal under 5 stå. Skriv utan talet.',
  areaId:
    'Här kan du inte skriva detta. Välj en av dina platser eller en stadsdel; en åtgärd för utvalda personer hör till en stadsdel.',
  party: 'Parten har redan svarat, eller finns inte längre här. Välj en annan part.',
  problems: 'Skriv något under minst en av de fyra rubrikerna.',
  state: 'Den är redan inlämnad och ändras inte mer. Skriv en ny.',
  spokenOn: 'Skriv vilken dag det lämnades muntligt.',
  text: 'Lägesbilden är fastställd och tar inga fler rader. Du kan fortfarande trycka ”Stämmer”.',
}

/** Words of everything that is written round a place, in Swedish. */
export const workSv = {
  work: {
    save: 'Spara',
    change: 'Ändra',
    undo: 'Ångra det jag skrivit',
    notSaved: 'Det sparades inte. Det du skrivit står kvar.',
    changedMeanwhile: (who: string) => `${who} ändrade samtidigt som du.`,
    somebody: 'Någon annan',
    chooseText: 'Välj vilken text som ska stå. Inget är borta innan du har valt.',
    mine: 'Din text',
    theirs: 'Den andra texten',
    nothing: '(inget)',
    goOn: 'Fortsätt med det valda',
    audience: 'För vem är det skrivet?',
    audiences: { authorities: 'Bara myndigheter', parties: 'Alla parter', public: 'Även stadens sida' },
    marks: { authorities: 'Bara myndigheter', public: 'Visas på stadens sida' },
    refusals,
  },
}

/** The same words in another language. */
export type WorkMessages = typeof workSv
