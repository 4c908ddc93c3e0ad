import { asciiDomain } from '../../../domain/words-of-others/ascii-domain.ts'
import { domainProofOf } from '../secrets.ts'

/** The TXT record of DNS that proves a domain for an organisation and no other. */
export async function proofRecordOf(secret: string, { organizationId, domain }: { organizationId: string; domain: string }) {
  const value = await domainProofOf(secret, { organizationId, domain })
  return { name: `_tessera.${asciiDomain(domain) ?? domain}`, value: `tessera-domain-verification=${value}` }
}
