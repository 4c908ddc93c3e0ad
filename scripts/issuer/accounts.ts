/** Somebody whom the issuer can vouch for, with the claims that Entra ID would send. */
export type Account = {
  sub: string
  tid?: string
  oid?: string
  name: string
  email: string
  preferred_username: string
  wids?: string[]
  roles?: string[]
  groups?: string[]
  tenant_ctry?: string
  verified_primary_domain?: string[]
}

export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

/** An account of this tenant; its name is also what it is told apart by. */
export const accountOf = (tid: string, domain: string, name: string, held: Partial<Account> = {}): Account => {
  const mailbox = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`
  const number = [...`${tid}${name}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffff_ffff, 7)
  const oid = `${number.toString(16).padStart(8, '0')}-0000-4000-8000-${tid.slice(-12)}`
  return { sub: oid, tid, oid, name, email: mailbox, preferred_username: mailbox, verified_primary_domain: [domain], ...held }
}
