/** A call that readers make of a large list, and the index that its query means to use on PostgreSQL. */
export type Place = { what: string; path: string; index?: string }

const customers = (what: string, query: string, index?: string): Place =>
  ({ what: `customers: ${what}`, path: `/customers${query && `?${query}`}`, ...(index && { index }) })
const invitations = (what: string, query: string, index?: string): Place =>
  ({ what: `invitations: ${what}`, path: `/invitations${query && `?${query}`}`, ...(index && { index }) })
const granular = (what: string, query: string, index?: string): Place =>
  ({ what: `granular: ${what}`, path: `/delegated-admin/relationships${query && `?${query}`}`, ...(index && { index }) })
const sought = (text: string) => `search=${encodeURIComponent(text)}`

/** Every list, filter, sort, search, tile, board and funnel of a provider. */
export const scalePlaces: readonly Place[] = [
  customers('first page', '', 'customers_by_name'),
  customers('by name, descending', 'sort=-companyName', 'customers_by_name'),
  customers('newest events first', 'sort=-lastEventAt'),
  customers('of one relation', 'relation=advisor', 'customers_by_relation'),
  customers('with DAP', 'admin=dap', 'customers_with_dap'),
  customers('with granular rights', 'admin=gdap', 'customers_with_gdap'),
  customers('without rights', 'admin=none', 'customers_without_admin'),
  customers('two filters, few hits', 'relation=reseller&admin=dap'),
  customers('two filters, no hit', 'relation=advisor&admin=dap'),
  customers('search, one hit', sought('woodgrovelq'), 'customers_by_grams'),
  customers('search, no hit', sought('zzyzx quartz'), 'customers_by_grams'),
  customers('search, Hangul', sought('제주 로보틱스'), 'customers_by_grams'),
  customers('search, Cyrillic', sought('псков роботы'), 'customers_by_grams'),
  customers('search, one syllable', sought('릉')),
  customers('search, two letters', sought('łó')),
  customers('search, broad', sought('onmicrosoft')),
  customers('search, broad and late in the order', sought('woodgrove')),
  customers('search, middling', sought('wingtip tampa')),
  customers('search with a filter', `admin=dap&${sought('trey oslo')}`),
  customers('search, one letter', sought('z')),
  invitations('first page', ''),
  invitations('open', 'state=sent'),
  invitations('lapsed', 'state=lapsed'),
  invitations('whose turn', 'turn=customer'),
  invitations('overdue', 'overdue=true'),
  invitations('search, one hit', sought('woodgrovelq'), 'invitations_by_grams'),
  invitations('search, broad', sought('onmicrosoft')),
  { what: 'relationship requests', path: '/relationship-requests' },
  { what: 'relationship requests: unanswered', path: '/relationship-requests?state=open' },
  { what: 'funnel', path: '/invitations/funnel?from=2024-01-01&to=2027-01-01' },
  granular('first page', ''),
  granular('active', 'status=active'),
  granular('blocked', 'blockedBy=global_administrator'),
  granular('search, one hit', sought('woodgrovelq'), 'gdap_relationships_by_grams'),
  granular('search, broad', sought('support')),
  { what: 'expiry board', path: '/delegated-admin/expiry' },
  { what: 'template drift', path: '/delegated-admin/templates/drift' },
  { what: 'resellers', path: '/partnerships' },
  { what: 'recent events', path: '/audit/recent' },
  { what: 'audit', path: '/audit' },
]
