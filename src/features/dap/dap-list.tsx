import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'
import type { DapCustomer, DapFacts as Facts } from '../../../domain/dap/schemas.ts'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PagedGrid } from '../../ui/data-grid/paged-grid.tsx'
import { Fold, Folds } from '../../ui/looks/fold.tsx'
import jobStyles from '../../ui/job/job.module.css'
import { Box, Columns, Stack } from '../../ui/looks/layout.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { Card } from '../../ui/looks/card.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { dapColumns } from './dap-columns.tsx'
import { dapQueries } from './dap-queries.ts'

const rowId = ({ customer }: DapCustomer) => customer.tenantId

type Props = { lead: string; linkTo: (tenantId: string) => string; entry: string }

/** Customers with DAP, its known use, and GDAP beside it. */
export function DapList({ lead, linkTo, entry }: Props) {
  const words = useWords()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(dapQueries.list())
  const hasGranular = isGdapAvailable(ownPolicy()).allowed
  const columns = useMemo(() => dapColumns(words, hasGranular), [words, hasGranular])
  const rowLink = useCallback(({ customer }: DapCustomer) => linkTo(customer.tenantId), [linkTo])
  const keptAs = useMemo(() => ({ entry, view: 'dap' }), [entry])
  const last = list.data?.pages.at(-1)
  const total = last?.total.count ? last.total : undefined
  return (
    <>
      <Folds>
        <Fold icon="info" label={t('dap.about')}>
          <Box as="p" after={4} measure={76} tone="muted">{lead}</Box>
          {last && <DapFacts facts={last.facts} />}
        </Fold>
        {total && (
          <Box as="p" role="status" before={2} after={2} numbers>
            {total.capped ? t('dap.total.capped', { count: formatNumber(total.count) }) : t('dap.total', { count: total.count })}
          </Box>
        )}
      </Folds>
      <div className={total && jobStyles.report}>
        <PagedGrid label={t('dap.title')} list={list} at={{ keptAs, isNarrowed: false }} columns={columns} rowId={rowId} rowLink={rowLink}
          empty={<EmptyState title={t('dap.empty')}>{t('dap.empty.text')}</EmptyState>} />
      </div>
      {total && (
        <Box as="p" before={3} measure={100} tone="muted" text="caption">
          <span>{t('dap.legend.activity')}</span> <RuleLink rule="BR-73" />
          {hasGranular && <>{' '}<span>{t('dap.legend.decides')}</span> <RuleLink rule="BR-74" /></>}
        </Box>
      )}
    </>
  )
}

/** What ends DAP, and what its removal keeps and takes away. */
function DapFacts({ facts: { endsBy, leaves, loses } }: { facts: z.infer<typeof Facts> }) {
  const { t } = useWords()
  const policy = ownPolicy()
  return (
    <Columns fit={280} gap={4}>
      <Card title={t('dap.ends')}>
        <FactList icon="arrowRight" lines={endsBy.map((code) => [code, t(`dap.ends.${code}`)])} />
        <Box as="p" before={3} tone="muted" text="caption">
          <span>{t(`dap.ends.who.${policy.acceptancePlace}`)}</span> <RuleLink rule="BR-47" />
        </Box>
      </Card>
      <Card title={t('dap.leaves')}>
        <FactList icon="check" lines={leaves.map((code) => [code, t(`dap.leaves.${code}`)])} />
        <Box as="p" before={3} tone="muted" text="caption"><RuleLink rule="BR-72" /></Box>
      </Card>
      <Card title={t('dap.loses')}>
        <FactList icon="close" lines={loses.map((code) => [code, t(`dap.loses.${code}`)])} />
        <Box as="p" before={3} tone="muted" text="caption">
          {isGdapAvailable(policy).allowed && <><span>{t('dap.loses.unless')}</span>{' '}</>}<RuleLink rule="BR-71" />
        </Box>
      </Card>
    </Columns>
  )
}

function FactList({ icon, lines }: { icon: IconName; lines: readonly (readonly [string, string])[] }) {
  return (
    <Stack as="ul" gap={2}>
      {lines.map(([code, line]) => <Noted as="li" key={code} icon={icon} mark="muted">{line}</Noted>)}
    </Stack>
  )
}
