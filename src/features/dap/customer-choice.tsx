import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { gdapBulkLimits } from '../../../domain/bulk-relationships/outcomes.ts'
import type { DapCustomer } from '../../../domain/dap/schemas.ts'
import { finder } from '../../../domain/search/sought.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { FieldError } from '../../ui/forms/field.tsx'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { dapQueries } from './dap-queries.ts'
import styles from './dap.module.css'
import type { MoveOrder } from './move-job.ts'

type Chosen = MoveOrder['customers']
type Props = { value: Chosen; onChange: (chosen: Chosen) => void; error?: string | undefined }

const most = gdapBulkLimits.items

/** Chooses customers with DAP: all loaded ones, those without GDAP, or one by one, up to the limit of a move. */
export function CustomerChoice({ value, onChange, error }: Props) {
  const { t, formatDate } = useWords()
  const id = useId()
  const [search, setSearch] = useState('')
  const list = useInfiniteQuery(dapQueries.list())
  const rows = list.data?.pages.flatMap((page) => page.items)
  if (!rows) return <NotYet compact query={list} lines={8} height="20px" />
  const total = list.data?.pages.at(-1)?.total
  const isFound = finder(search)
  const shown = rows.filter(({ customer }) => isFound(customer.displayName, customer.tenantId))
  const chosen = new Set(value.map(({ tenantId }) => tenantId))
  const choose = (some: readonly DapCustomer[]) => onChange(some.slice(0, most).map(({ customer }) => customer))
  const toggle = ({ customer }: DapCustomer, isChosen: boolean) =>
    onChange(isChosen ? [...value, customer] : value.filter(({ tenantId }) => tenantId !== customer.tenantId))
  const isFull = value.length >= most
  return (
    <Stack as="fieldset" gap={2} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <Box as="legend" after={1} text="title" pad={0}>{t('dap.move.customers')}</Box>
      <Row gap="2 3" align="center">
        <TextField label={t('dap.move.find')} hideLabel icon="search" type="search" placeholder={t('dap.move.find')} value={search}
          className={styles.find} onChange={({ target }) => setSearch(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
        <Button onPress={() => choose(shown)}>{t('dap.move.all', { count: Math.min(shown.length, most) })}</Button>
        <Button onPress={() => choose(shown.filter(({ gdap }) => !gdap.active))}>{t('dap.move.without_gdap')}</Button>
        <Button variant="subtle" onPress={() => onChange([])}>{t('dap.move.none')}</Button>
      </Row>
      <Text role="status" tone="muted">
        <span>{t('dap.move.chosen', { count: value.length })}</span>{isFull && <span>{` ${t('dap.move.most', { limit: most })}`}</span>}
      </Text>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {shown.length === 0 ? <Text tone="muted">{t('dap.move.nobody')}</Text> : (
        <Columns fill={280} gap="1 4" pad={2} className={styles.boxes}>
          {shown.map((each) => {
            const isChosen = chosen.has(each.customer.tenantId)
            const until = each.gdap.nextEndDateTime
            const gdap = !each.gdap.active ? t('dap.gdap.none')
              : until === null ? t('dap.gdap.active')
              : t('dap.gdap.until', { date: formatDate(until) })
            return (
              <Checkbox key={each.customer.tenantId} label={<bdi>{each.customer.displayName}</bdi>} checked={isChosen}
                description={`${t(`dap.activity.${each.activity}`)}\u00a0· ${gdap}`}
                onChange={({ target }) => (target.checked && isFull ? undefined : toggle(each, target.checked))} />
            )
          })}
        </Columns>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {total?.capped ? t('ui.page.more') : t('dap.move.load', { loaded: rows.length, total: total?.count ?? 0 })}
        </Button>
      )}
    </Stack>
  )
}
