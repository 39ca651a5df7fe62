import type { NoticeEvent } from './enumerations.ts'

interface PreparedText {
  readonly name: string
  readonly title: string
  readonly text: string
}

const BLANK = {
  sv: 'har ord inom [ ] kvar att fylla i',
  en: 'has words within [ ] left to fill in',
}

/** Why a notice is refused, by field. */
export const NOTICE_RULES = {
  state: {
    ended: {
      sv: 'den har avslutats och ändras inte mer: skriv en ny',
      en: 'it has ended and no longer changes: write a new one',
    },
    published: {
      sv: 'den är redan publicerad: rätta eller avsluta den',
      en: 'it is published already: correct or end it',
    },
    unpublished: {
      sv: 'bara det som är publicerat kan avslutas',
      en: 'only what is published can be ended',
    },
  },
  audience: {
    rule: {
      sv: 'det som publiceras är offentligt (public)',
      en: 'what is published is public',
    },
  },
  endsOn: {
    missing: {
      sv: 'första och sista dag behövs för det som publiceras',
      en: 'the first and last day are needed for what is published',
    },
    rule: { sv: 'får inte vara före första dagen', en: 'must not be before the first day' },
    passed: { sv: 'sista dagen har redan varit', en: 'the last day has passed already' },
    long: {
      sv: 'en information varar högst 92 dagar; det som varar längre är en åtgärd',
      en: 'a notice lasts 92 days at most; what lasts longer is a measure',
    },
  },
  agreedWith: {
    rule: {
      sv: 'våldsbrott och polisinsatser stäms av, till exempel med polisen, före publicering',
      en: 'violence and police operations are agreed, with the police for example, before they are published',
    },
  },
  title: { blank: BLANK },
  text: { blank: BLANK },
  titleEn: {
    rule: { sv: 'rubrik och text på engelska hör ihop', en: 'title and text in English come together' },
    blank: BLANK,
  },
  textEn: { blank: BLANK },
} as const

/** Kinds of events, each with the text to begin from. What stands within [ ] is filled in. */
export const NOTICE_EVENT_TEXTS: Readonly<Record<'sv' | 'en', Readonly<Record<NoticeEvent, PreparedText>>>> =
  {
    sv: {
      violence: {
        name: 'Våldsbrott',
        title: 'Det har hänt ett våldsbrott vid {place}',
        text: 'Polisen utreder ett misstänkt våldsbrott vid {place} [dag och tid]. Polisen är på platsen och bedömer att [bedömning]. Såg du något? Ring 114 14. Är någon i fara nu, ring 112.',
      },
      police_operation: {
        name: 'Polisinsats',
        title: 'Polisinsats vid {place}',
        text: 'Polisen arbetar vid {place} [dag och tid]. Du kan märka det genom att [avspärrning, fler poliser]. Har du frågor om insatsen, ring 114 14.',
      },
      disorder: {
        name: 'Oro och ordningsstörning',
        title: 'Vi är på plats vid {place}',
        text: 'Det har varit oroligt vid {place} [när]. [Vem] är på platsen [vilka tider]. Är någon i fara nu, ring 112. Har det redan hänt, ring 114 14.',
      },
      guards: {
        name: 'Ordningsvakter',
        title: 'Ordningsvakter vid {place}',
        text: 'Ordningsvakter rör sig vid {place} under [period]. De bär uniform och går att prata med. Är någon i fara nu, ring 112.',
      },
      lighting: {
        name: 'Belysning',
        title: 'Trasig belysning vid {place}',
        text: 'Belysningen vid {place} fungerar inte. Den lagas senast [dag]. Närmaste upplysta väg går [var].',
      },
      closed_route: {
        name: 'Avstängd väg eller passage',
        title: 'Passagen vid {place} är avstängd',
        text: 'Passagen vid {place} är avstängd [dag och tid], därför att [skäl]. Gå i stället [väg].',
      },
      works: {
        name: 'Ombyggnad',
        title: 'Vi bygger om vid {place}',
        text: 'Vid {place} [vad som byggs] för att platsen ska bli tryggare. Arbetet pågår till [dag]. Det kan [buller, omväg].',
      },
      gathering: {
        name: 'Evenemang eller folksamling',
        title: 'Många människor vid {place}',
        text: '[Evenemang] vid {place} [dag och tid]. Räkna med många människor och att [väg, hållplats] påverkas. Värdar och polis finns på platsen.',
      },
      other: { name: 'Något annat', title: '', text: '' },
    },
    en: {
      violence: {
        name: 'Violence',
        title: 'A violent crime has happened at {place}',
        text: 'The police are investigating a suspected violent crime at {place} [day and time]. The police are there, and their view is that [view]. Did you see something? Call 114 14. If somebody is in danger now, call 112.',
      },
      police_operation: {
        name: 'Police operation',
        title: 'Police operation at {place}',
        text: 'The police are at work at {place} [day and time]. You may notice it by [cordon, more officers]. If you have questions, call 114 14.',
      },
      disorder: {
        name: 'Unrest and disorder',
        title: 'We are present at {place}',
        text: 'There has been unrest at {place} [when]. [Who] is there [at what times]. If somebody is in danger now, call 112. If it has happened already, call 114 14.',
      },
      guards: {
        name: 'Guards',
        title: 'Guards at {place}',
        text: 'Guards walk at {place} during [period]. They wear uniforms, and you can talk to them. If somebody is in danger now, call 112.',
      },
      lighting: {
        name: 'Lighting',
        title: 'Broken lighting at {place}',
        text: 'The lights at {place} do not work. They will be repaired by [day]. The nearest lit way is [where].',
      },
      closed_route: {
        name: 'Closed way or passage',
        title: 'The passage at {place} is closed',
        text: 'The passage at {place} is closed [day and time], because [reason]. Go [way] instead.',
      },
      works: {
        name: 'Works',
        title: 'We are rebuilding at {place}',
        text: 'At {place} we [what is built] to make it safer. The work goes on until [day]. There may be [noise, a detour].',
      },
      gathering: {
        name: 'Event or crowd',
        title: 'Many people at {place}',
        text: '[Event] at {place} [day and time]. Expect many people, and [way, stop] to be affected. Hosts and police are there.',
      },
      other: { name: 'Something else', title: '', text: '' },
    },
  }
