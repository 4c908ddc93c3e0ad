/** Through what a write came: a signed-in page, an access token, the portal's own clock, or a link whose holder is not signed in. */
export const callers = ['browser', 'token', 'worker', 'link'] as const
export type Through = (typeof callers)[number]

export const auditOutcomes = ['done', 'refused'] as const
