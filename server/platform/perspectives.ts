/** Cross-cutting perspectives: gender equality, children, disability, lgbtq people, the elderly, Agenda 2030. */
export const PERSPECTIVES = ['gender', 'child', 'disability', 'lgbtq', 'elderly', 'sustainability'] as const
export type Perspective = (typeof PERSPECTIVES)[number]
