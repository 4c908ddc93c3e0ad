/** How long an organisation keeps its audit entries, in days: no shorter than the API reaches back (BR-108), and seven years at most. */
export const retentionDays = { shortest: 90, usual: 730, longest: 2_557 } as const
