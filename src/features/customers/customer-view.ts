import { customerSorts, relations } from '../../../domain/customers/relation.ts'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import { longestSearch } from '../../../domain/search/longest-search.ts'

const admins = ['dap', 'gdap', 'none'] as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const oneOf = <Value extends string>(values: readonly Value[], given: string | null): Value | undefined =>
  values.find((value) => value === given)

/** The view that an address asks for. What the list does not know is left out, so that an old or mistyped link still shows something. */
export function viewOf(search: URLSearchParams): CustomerView {
  const text = search.get('search')?.trim().slice(0, longestSearch)
  const relation = oneOf(relations, search.get('relation'))
  const admin = oneOf(admins, search.get('admin'))
  const reseller = search.get('reseller')
  return {
    ...(text ? { search: text } : {}),
    ...(relation ? { relation } : {}),
    ...(admin ? { admin } : {}),
    ...(reseller && uuid.test(reseller) ? { reseller: reseller.toLowerCase() } : {}),
    sort: oneOf(customerSorts, search.get('sort')) ?? 'companyName',
  }
}

/** The address of a view, always in the same order and without what goes without saying: one view, one address. */
export function searchOfView({ search, relation, admin, reseller, sort }: CustomerView): URLSearchParams {
  const address = new URLSearchParams()
  if (search) address.set('search', search)
  if (relation) address.set('relation', relation)
  if (admin) address.set('admin', admin)
  if (reseller) address.set('reseller', reseller)
  if (sort !== 'companyName') address.set('sort', sort)
  return address
}

/** Whether the view leaves anything out, so that an empty list means "none match" and not "none there". */
export const isNarrowed = ({ search, relation, admin, reseller }: CustomerView): boolean =>
  Boolean(search || relation || admin || reseller)
