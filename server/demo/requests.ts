/** What has been asked of the demo city; days counted from today. */
export const DEMO_REQUESTS = [
  {
    place: 'Ekorrparken',
    receivedDaysAgo: 12,
    request: {
      wanted: 'Protokollen från trygghetsvandringarna i Ekorrparken.',
      handedOut: 'Protokollen som pdf, utan deltagarnas e-postadresser.',
      statute: 'OSL 21 kap. 3 §',
      appeal: 'Beslutet kan överklagas skriftligt till kammarrätten inom tre veckor från att du fick det.',
    },
    decision: 'given-in-part',
  },
  {
    place: 'Vattentrappan',
    receivedDaysAgo: 2,
    request: {
      wanted: 'Hur många stölder som har anmälts vid Vattentrappan förra året.',
    },
    decision: null,
  },
] as const
