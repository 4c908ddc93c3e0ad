import { auditActions } from '../../../domain/audit/actions.ts'
import type { AuditRecord, AuditView } from '../../../domain/audit/schemas.ts'
import { auditOutcomes, callers } from '../../../domain/audit/through.ts'
import { useWords } from '../../i18n/use-words.ts'
import { FilterSelect } from '../../ui/lists/filter-select.tsx'
import barStyles from '../../ui/lists/toolbar.module.css'
import type { ListAt } from '../../ui/lists/use-list-view.ts'
import { Row } from '../../ui/looks/layout.tsx'

/** Filters by what the loaded rows name, and by everything that there can be. */
export function AuditToolbar({ at, rows }: { at: ListAt<AuditView>; rows: readonly AuditRecord[] }) {
  const { t, tOr, locale } = useWords()
  const inOrder = new Intl.Collator(locale).compare
  const wordOf = (action: string) => tOr(`home.event.${action}`, action, { to: '…', host: '…', event: '…', token: '…' })
  const { by, customer } = at.view
  const people = [...new Set([...(by === undefined ? [] : [by]), ...rows.map((row) => row.by).filter(Boolean)])].toSorted(inOrder)
  const named = new Map(customer === undefined ? [] : [[customer, customer]])
  for (const { customerId, about } of rows) if (customerId !== null && about !== null) named.set(customerId, about)
  const nameOf = (id: string) => named.get(id) ?? id
  const customers = [...named.keys()].toSorted((one, other) => inOrder(nameOf(one), nameOf(other)))
  const given = { at, className: barStyles.filter }
  return (
    <Row role="search" aria-label={t('audit.title')} gap={2} align="center">
      <FilterSelect {...given} name="action" label={t('audit.column.action')} any={t('audit.any.action')} wordOf={wordOf}
        values={auditActions.toSorted((one, other) => inOrder(wordOf(one), wordOf(other)))} />
      <FilterSelect {...given} name="customer" label={t('audit.column.customer')} any={t('audit.any.customer')} values={customers}
        wordOf={nameOf} />
      <FilterSelect {...given} name="by" label={t('audit.column.by')} any={t('audit.any.by')} values={people} wordOf={(name) => name} />
      <FilterSelect {...given} name="through" label={t('audit.column.through')} any={t('audit.any.through')} values={callers}
        wordOf={(way) => t(`audit.through.${way}`)} />
      <FilterSelect {...given} name="outcome" label={t('audit.column.outcome')} any={t('audit.any.outcome')} values={auditOutcomes}
        wordOf={(outcome) => t(`audit.outcome.${outcome}`)} />
    </Row>
  )
}
