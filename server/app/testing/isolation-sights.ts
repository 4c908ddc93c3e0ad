export type Noun =
  | 'assignments' | 'customers' | 'delegated-admin' | 'invitations' | 'partnerships' | 'people' | 'receipts' | 'requests'
  | 'reseller-invites' | 'role-templates'
  | 'tokens' | 'webhooks' | 'deliveries'

type RowAsked = { body?: unknown; query?: string; headers?: Record<string, string> }

export type Sight =
  /** Open to everybody, about nobody's rows. */
  | { of: 'nobody'; body?: unknown }
  /** About the caller alone; 401 signed out. */
  | { of: 'self'; query?: string; body?: unknown }
  /** A session of the caller's own: 404 for others', also a colleague's; 401 signed out. */
  | { of: 'own session' }
  /** A list of the caller's own rows, also in total and search; 401 signed out. */
  | { of: 'own rows'; noun: Noun; search: boolean }
  /** Events or sums of the caller's own rows; 401 signed out. */
  | { of: 'own events' }
  /** One row: 404 unless it is the caller's own; 401 signed out. */
  | ({ of: 'one row' } & RowAsked &
      /** What a partner may do with an unconfirmed customer: always open, or always closed. */
      ({ noun: 'customers'; unconfirmed: 'open' | 'closed' } | { noun: Exclude<Noun, 'customers'> }))
  /** A partner of the caller's own tenant: 404 for others; 401 signed out. */
  | { of: 'own partner' }
  /** Makes rows of the caller's own and changes no others; 401 signed out. */
  | { of: 'new rows'; body: unknown; type?: 'text/csv' }
  /** Any holder of the link. */
  | { of: 'link' }
  /** A signed-in holder of the link; else 401. */
  | { of: 'link, signed in'; body: unknown }
  /** The event stream; 401 signed out. */
  | { of: 'own news' }
