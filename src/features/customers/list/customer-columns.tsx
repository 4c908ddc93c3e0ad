import type { Customer } from '../../../../domain/customers/schemas.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { NameWithNote } from '../../../ui/data-grid/name-with-note.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import { AdminRights } from '../admin-rights.tsx'
import { BasisNote } from '../basis-note.tsx'
import styles from './customers.module.css'

/** The relation's name, or the imported wording when Partner Center does not document it. */
export const relationWord = ({ relationshipToPartner, relationshipText }: Customer, t: Words['t']): string =>
  relationshipToPartner === 'unknown' && relationshipText ? relationshipText : t(`customers.relation.${relationshipToPartner}`)

/** The customer list's columns at `now` (ms). A reseller sees the owner; the owner sees the reseller. */
export function customerColumns(words: Words, isReseller: boolean, now: number): GridColumn<Customer>[] {
  const { t, formatCountry, formatRelative, formatDateTime } = words
  const muted = (text: string) => <Text as="span" tone="muted">{text}</Text>
  const partner: GridColumn<Customer> = isReseller
    ? {
        id: 'owner', header: t('customers.column.owner'), width: 'minmax(144px, 1.2fr)',
        cell: ({ owner }) => (owner ? <bdi>{owner.displayName}</bdi> : muted(t('customers.not_known'))),
      }
    : {
        id: 'reseller', header: t('customers.column.reseller'), width: 'minmax(144px, 1.2fr)',
        cell: ({ reseller }) => (reseller ? <bdi>{reseller.displayName}</bdi> : muted(t('customers.no_reseller'))),
      }
  return [
    {
      id: 'name', header: t('customers.column.name'), width: 'minmax(var(--grid-name, 220px), 2.2fr)', sortKey: 'companyName',
      cell: ({ companyProfile: { companyName, domain }, alias }) => (
        <NameWithNote name={companyName} note={[alias, domain].filter(Boolean).join(' · ')} isWanted={alias !== null} />
      ),
    },
    {
      id: 'relation', header: t('customers.column.relation'), width: 'minmax(var(--grid-note, 184px), 1.2fr)',
      cell: (customer) => (
        <span className={styles.relation}>
          <span>{relationWord(customer, t)}</span> <BasisNote {...customer} />
        </span>
      ),
    },
    {
      id: 'admin', header: t('customers.column.admin'), width: 'minmax(192px, 1.2fr)',
      cell: (customer) => <AdminRights {...customer} />,
    },
    partner,
    {
      id: 'country', header: t('customers.column.country'), width: 'minmax(120px, 0.8fr)',
      cell: ({ country }) => (country ? formatCountry(country) : muted(t('customers.not_known'))),
    },
    {
      id: 'lastEvent', header: t('customers.column.last_event'), width: 'minmax(136px, 0.8fr)',
      sortKey: 'lastEventAt', sortFirst: 'descending',
      cell: ({ lastEventAt }) => (
        <Text as="time" tone="muted" dateTime={lastEventAt} title={formatDateTime(lastEventAt)}>{formatRelative(lastEventAt, now)}</Text>
      ),
    },
  ]
}
