import type { AnnexClaim, Consultation, ReviewState, StepRequest, Weighing } from '../reviews/index.ts'

/** The proposal that the demo city opens on, and the four closed quarters that its review counts. */
export const REVIEWED_TITLE = 'Nytt resecentrum vid Ångvisselplan'
export const REVIEWED_PERIOD = { from: '2025-10-01', to: '2026-10-01' } as const

/** What is said with each step of the review but the decision. */
export const STEP_NOTES: Readonly<Partial<Record<ReviewState, string>>> = {
  screening: 'Området och perioden stämda av med stadsmiljöavdelningen.',
  evidence_locked: 'Underlaget stämt av och godtaget av samordnaren.',
  consultation: 'Remiss till tre parter.',
  weighing: 'Alla har svarat.',
}

/** What the secret annex is marked with. */
export const CLAIMED: AnnexClaim = { statute: 'OSL 5 kap. 5 §', authority: 'Trygghetsnämnden i Exempelstad' }

export const CONSULTED: readonly Pick<Consultation, 'party' | 'summary'>[] = [
  {
    party: 'Lokalpolisområde Exempelstad',
    summary: 'Tillstyrker. Vill ha fri sikt mellan entréerna och torget.',
  },
  {
    party: 'Fastighetsägarna vid stationen',
    summary: 'Tillstyrker. Ser gärna verksamheter i bottenvåningen som har öppet till sent.',
  },
  {
    party: 'Rådet för funktionshinderfrågor',
    summary: 'Tillstyrker om ledstråket dras hela vägen till hållplatsen.',
  },
]

export const WEIGHED: Weighing = {
  subject: 'proposal',
  tradeOffs: {
    street_life: {
      judgement: 'better',
      note: 'Torget får entréer mot båda sidor och lokaler i bottenvåningen, så att människor rör sig där längre in på kvällen.',
    },
    noise: {
      judgement: 'worse',
      note: 'Mer liv vid entréerna ger mer buller mot bostäderna i norr. Uteserveringar stänger klockan 22.',
    },
    accessibility: {
      judgement: 'better',
      note: 'Gaturummet blir jämnt och trappan får en ramp. Ledstråket saknas de sista metrarna, se villkoren.',
    },
    traffic_safety: {
      judgement: 'unchanged',
      note: 'Färre korsningar med bil, men cyklister och gående delar yta vid cykelgaraget.',
    },
  },
  perspectives: {
    gender: 'Kvinnor uppger oftare att de undviker gångtunneln kvällstid. Den ersätts av en öppen passage.',
    child: 'Skolvägen från Loggbokvägen går över torget. Passagen ska gå att överblicka för ett barn.',
    disability: 'Ledstråk, kontraster och vilplatser var femtionde meter. Hiss från båda plattformarna.',
    lgbtq: 'Torget är en mötesplats vid Pride. Personal på plats kvällstid efterfrågas i dialogen.',
    elderly: 'Sittplatser med ryggstöd och armstöd i vindskydd; kortare väg mellan buss och tåg.',
    sustainability: 'Mål 11.2 och 11.7: kollektivtrafik och offentliga platser för alla.',
  },
  assessment:
    'Platsen är en av stadens mest besökta, och det mesta som anmäls här anmäls där många rör sig. Förslaget ersätter en gångtunnel som många undviker på kvällen. Det avgörande är att passagen går att överblicka och att bottenvåningarna är i bruk till sent.',
  conditions: [
    'Passagen under spåren belyses jämnt, utan mörka partier vid entréerna.',
    'Ledstråket dras från entrén ända fram till hållplatsen.',
    'Cykelgaragets gångyta skiljs från cykelytan med nivåskillnad.',
  ],
}

export const DECIDED: StepRequest = {
  to: 'decided',
  decision: 'support_with_conditions',
  note: 'Förslaget ger fler anledningar att vara på platsen och öppnar siktlinjer som saknas i dag. Platsen är välbesökt, och antalen säger inget om risken för den enskilde. Följs upp ett år efter öppnandet.',
}
