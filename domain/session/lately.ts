const minute = 60_000

/** Accepting, approving, taking back rights and changing roles want a sign-in not older than this. */
const latelyMilliseconds = 15 * minute

/**
 * The oldest sign-in at the identity provider that a second look at the person takes, in seconds: it leaves ten minutes for the act that
 * asked for it.
 */
export const stepUpMaxAge = 5 * 60

/** Whether somebody proved lately who they are; a provider that does not say when (null) counts as long ago. Times ISO. */
export const isSignedInLately = (signedInAt: string | null, now: Date): boolean =>
  signedInAt !== null && now.getTime() - Date.parse(signedInAt) <= latelyMilliseconds
