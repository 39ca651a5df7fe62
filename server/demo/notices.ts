/** What the people of the demo city are informed of; days counted from today. */
export const DEMO_NOTICES = [
  {
    place: 'Ångvisselplan',
    writtenDaysAgo: 2,
    notice: {
      event: 'closed_route',
      state: 'published',
      title: 'Gångtunneln under spåren är avstängd på nätterna',
      text: 'Gångtunneln vid Ångvisselplan är avstängd klockan 23–05 till och med fredag, därför att väggarna saneras. Gå i stället över torget och bron, som är upplyst hela natten.',
      titleEn: 'The tunnel under the tracks is closed at night',
      textEn:
        'The tunnel at Ångvisselplan is closed from 23:00 to 05:00, because its walls are being cleaned. Walk across the square and the bridge instead, which is lit all night.',
      agreedWith: ['Fastighetsägarna vid stationen'],
      source: 'Trafikkontorets driftledare',
      owner: 'Trafiknämnden',
    },
    lastsDays: 10,
    /** Corrected a day after it was written. */
    corrected:
      'Gångtunneln vid Ångvisselplan är avstängd klockan 23–05 i tio dagar, därför att väggarna saneras. Gå i stället över torget och bron, som är upplyst hela natten.',
  },
  {
    place: 'Ekorrparken',
    writtenDaysAgo: 20,
    notice: {
      event: 'guards',
      state: 'published',
      title: 'Ordningsvakter i Ekorrparken och vid Vattentrappan',
      text: 'Ordningsvakter rör sig i Ekorrparken och vid Vattentrappan kvällar och nätter. De bär uniform och går att prata med. Är någon i fara nu, ring 112.',
      titleEn: null,
      textEn: null,
      agreedWith: ['Polisen'],
      source: 'Stadsdelsförvaltningen',
      owner: 'Stadsdelsnämnden',
    },
    lastsDays: 60,
    corrected: null,
  },
  {
    place: 'Ångvisselplan',
    writtenDaysAgo: 30,
    notice: {
      event: 'violence',
      state: 'prepared',
      title: 'Det har hänt ett våldsbrott vid Ångvisselplan',
      text: 'Polisen utreder ett misstänkt våldsbrott vid Ångvisselplan [dag och tid]. Stationen är öppen. Stationsvärdarna är på plats till [klockslag]. Såg du något? Ring 114 14. Är någon i fara nu, ring 112.',
      titleEn: null,
      textEn: null,
      agreedWith: ['Polisen', 'Fastighetsägarna vid stationen'],
      source: 'Polisen',
      owner: 'Kommunstyrelsen',
    },
    lastsDays: null,
    corrected: null,
  },
] as const
