type Asked = {
  issuer?: string
  /** Wants the person to prove lately who they are. */
  isFresh?: boolean
  /** Offers other accounts than the one in use. */
  offersOthers?: boolean
}

/** Where the browser goes to sign in and, afterwards, comes back to `returnTo`, a path of the portal. */
export function signInAddress(returnTo: string, { issuer, isFresh, offersOthers }: Asked = {}): string {
  const { pathname, search, hash } = new URL(returnTo, location.origin)
  const query = new URLSearchParams({
    returnTo: pathname + search + hash, ...(issuer && { issuer }), ...(isFresh && { fresh: '1' }), ...(offersOthers && { another: '1' }),
  })
  return `/api/session/sign-in?${query.toString()}`
}
