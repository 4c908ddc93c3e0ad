import { afterLook, hoursBetweenLooks, type Look } from '../../../domain/organizations/proof.ts'
import type { DueDomain } from '../../store/organizations/domain-looks.ts'
import { recordOf } from '../audit/record.ts'
import { eachDue } from '../each-due.ts'
import type { Ports } from '../ports.ts'
import { proofRecordOf } from './proof-record.ts'

const hour = 3_600_000

type Looking = Pick<Ports, 'store' | 'now' | 'secret' | 'findTxt' | 'demo'>

/**
 * Looks proven domains up again, each once a day, and ends the proofs whose records are gone; returns how many ended. Does nothing in the
 * demo, whose records are played, and on a host without DNS.
 */
export async function lookAtDomains(ports: Looking, batch = 100): Promise<number> {
  if (!ports.findTxt || ports.demo) return 0
  return eachDue({
    batch,
    find: (limit, after: DueDomain | undefined) =>
      ports.store.domainLooks.due(new Date(ports.now().getTime() - hoursBetweenLooks * hour).toISOString(), limit, after),
    work: (due) => lookAgain(ports, due),
  })
}

async function lookAgain(ports: Looking, due: DueDomain): Promise<boolean> {
  const { store, now } = ports
  const { organizationId, domain } = due
  const found = await lookUp(ports, due)
  const at = now().toISOString()
  const { missingSince, ends } = afterLook(due.missingSince, found, at)
  if (!ends) {
    await store.domainLooks.keep(due, at, missingSince)
    return false
  }
  const entry = { at, action: 'organization.domain_lapsed', noun: 'organizations', nounId: organizationId, details: { domain } } as const
  await store.domainLooks.end(due, { at, ...recordOf('worker', [{ ...entry, organizationIds: [organizationId] }]) })
  return true
}

async function lookUp({ secret, findTxt }: Looking, { organizationId, domain }: DueDomain): Promise<Look> {
  const { name, value } = await proofRecordOf(secret, { organizationId, domain })
  const texts = (await findTxt?.(name)) ?? 'unreachable'
  return texts === 'unreachable' ? texts : texts.includes(value) ? 'found' : 'missing'
}
