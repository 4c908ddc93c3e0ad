import { useQuery } from '@tanstack/react-query'
import { rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { isDirectoryRole } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { gdapQueries } from '../gdap-queries.ts'
import { roleQueries } from '../role-queries.ts'
import { customerChoice } from './customer/customer-queries.ts'
import { emptyRequest, formOf, type RequestForm } from './request-form.ts'

/** The form starts empty, from a customer, from a relationship to renew, or from a draft. */
export type Start =
  | { from: 'nothing' }
  | { from: 'customer'; tenantId: string }
  | { from: 'renewal'; id: string }
  | { from: 'draft'; id: string }

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Reads the start from the address; a draft precedes a renewal, which precedes a customer. */
export function startOf(search: URLSearchParams): Start {
  const [draft, renewed, customer] = [search.get('draft'), search.get('renew'), search.get('customer')]
  if (draft) return { from: 'draft', id: draft.toLowerCase() }
  if (renewed) return { from: 'renewal', id: renewed.toLowerCase() }
  return customer && uuid.test(customer) ? { from: 'customer', tenantId: customer.toLowerCase() } : { from: 'nothing' }
}

/** A filled form, its relationship, and the names of roles that the catalogue has lost. */
export type Begun = { form: RequestForm; relationship: GdapRelationshipDetail | undefined; lost: string[] }

/** Loads what fills the form. `begun` is undefined until then. */
export function useRequestStart(start: Start, ownId: string) {
  const { locale } = useWords()
  const id = 'id' in start ? start.id : undefined
  const relationship = useQuery({ ...gdapQueries.one(id ?? ''), enabled: id !== undefined })
  const tenantId = start.from === 'customer' ? start.tenantId : relationship.data?.customer?.tenantId
  const customer = useQuery({ ...customerChoice.one(tenantId ?? ''), enabled: tenantId !== undefined })
  const isLost = relationship.data !== undefined && !rolesOf(relationship.data).every(isDirectoryRole)
  const roles = useQuery({ ...roleQueries.roles(locale), enabled: isLost })
  const failed = [relationship, customer, roles].find(({ error, data }) => error !== null && data === undefined)

  const begun = (): Begun | undefined => {
    if (id !== undefined && !relationship.data) return undefined
    if ((tenantId !== undefined && customer.data === undefined) || (isLost && !roles.data)) return undefined
    const listed = customer.data ?? undefined
    if (!relationship.data) return { form: withCustomer(tenantId, listed), relationship: undefined, lost: [] }
    const names = new Map(roles.data?.changes.removed.map(({ roleId, name }) => [roleId, name]))
    const lost = rolesOf(relationship.data).filter((role) => !isDirectoryRole(role)).map((role) => names.get(role) ?? role)
    return { form: formOf(relationship.data, listed, ownId), relationship: relationship.data, lost }
  }
  return {
    begun: begun(),
    error: failed?.error ?? null,
    isFetching: failed?.isFetching ?? false,
    retry: () => void failed?.refetch(),
    /** Refetches the draft; the next render has it. */
    refetch: () => relationship.refetch(),
  }
}

const withCustomer = (tenantId: string | undefined, listed: RequestForm['listed'] | undefined): RequestForm => ({
  ...emptyRequest,
  ...(tenantId !== undefined && { kind: listed ? 'listed' as const : 'tenant' as const, listed: listed ?? null, tenantId }),
})
