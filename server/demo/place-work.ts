/** What is written round the partner's place in the demo city, besides its chain of problem and measure. */
export const JOINT_PICTURE = {
  form: 'joint',
  problems:
    'Cyklar och väskor stjäls vid norra entrén, mest på vardagar när tågen går tätt. På kvällarna känns gången mot bussarna öde.',
  conditions:
    'Omkring 30 000 resenärer om dagen. Två av tre butiker stänger klockan 18. Cykelställen står bakom planket.',
  needs: 'Ljus i gången. Fler ögon på cykelställen.',
  resources: 'Stationsvärdar till klockan 22. Fastighetsägarna betalar en väktare på helgerna.',
} as const

export const PARTNERS_LINE = {
  heading: 'needs',
  text: 'Planket framför ställen kan tas ned redan i vår',
} as const

export const PARTNERS_PICTURE = {
  form: 'party',
  problems: 'Våra hyresgäster i bottenvåningen klagar på väskstölder mellan 16 och 19.',
  conditions: 'Tre lokaler står tomma mot gången, så ingen ser in i den efter klockan 18.',
  needs: 'Besked om cykelställen före sommaren.',
  resources: 'Vi kan öppna en av lokalerna för cykelservice under hösten.',
} as const

export const EVIDENCE_TEXTS = {
  release: 'Så många anmälda egendomsbrott på platsen under fyra veckor',
  survey: 'Så känner sig de boende i stadsdelen',
  observations: 'Det som har rapporterats vid stationen',
} as const

export const AGREEMENT = {
  parties: ['Centrums stadsdelsnämnd', 'Lokalpolisområde Centrum', 'Fastighetsägarna vid stationen'],
  problemAreas: ['Stölder vid stationen', 'Otrygghet på kvällen'],
  forums: ['Platssamverkan varje torsdag'],
  yearlyPlan: 'Två gemensamma trygghetsvandringar, cykelmärkning i april, uppföljning i december.',
} as const
/** Of the district round the place, with its local police district; it goes on for two years more. */
export const DISTRICT_AGREEMENT = {
  parties: ['Centrums stadsdelsnämnd', 'Lokalpolisområde Centrum'],
  problemAreas: ['Våld i nöjeslivet', 'Öppen handel med droger', 'Stölder vid stationen'],
  forums: ['Lokalt brottsförebyggande råd', 'EST varje vecka'],
  yearlyPlan: 'Gemensam lägesbild i februari, medborgarlöfte i mars, uppföljning i november.',
} as const
export const AGREED = {
  name: 'Centrums stadsdelsnämnd',
  section: 47,
  caseNumber: 'Dnr EXS 2024-02210',
} as const

export const PROMISE = {
  sentence: 'Polis och stationsvärdar går genom gången mot bussarna varje kväll mellan 18 och 22.',
  where: 'Stationen och gången mot bussarna',
} as const

/** Needs by their place; the first is taken into the proposal that lies there. */
export const NEEDS = [
  {
    place: 'Ångvisselplan',
    sentence: 'Gången mot bussarna behöver ljus och fönster som någon ser ut genom.',
    source: 'picture',
    audience: 'public',
  },
  {
    place: 'Bangårdslunden',
    sentence: 'En sittplats där man ser båda utgångarna.',
    source: 'walk',
    audience: 'public',
  },
] as const
